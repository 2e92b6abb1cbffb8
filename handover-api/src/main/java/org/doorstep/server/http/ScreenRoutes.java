package org.doorstep.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the screens and of the browser libraries; nothing ever comes from elsewhere. */
final class ScreenRoutes {
  private static final String ROOT = "screens/";
  private static final List<String> PAGES =
      List.of("crew", "practice", "hospital", "service", "hub", "open-now", "protocol", "planner");
  private static final String IMPORT_MAP_PLACE = "<!-- import-map -->";
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z]+");
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final WebJars webJars = new WebJars();
  private final String importMap = webJars.importMap();

  // Files never change while the process lives; the map is filled once for each.
  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  void mount(Router router) {
    router.get("/").handler(context -> screen(context, "board.html"));
    router.get("/board").handler(context -> screen(context, "board.html"));
    for (String page : PAGES) {
      router.get("/" + page).handler(context -> screen(context, page + ".html"));
    }
    router.get("/crew-worker.js").handler(this::crewWorker);
    router.get("/sign-in").handler(context -> screen(context, "sign-in.html"));
    router.get("/screens/*").handler(this::file);
    router.get("/webjars/*").handler(this::library);
  }

  /** What pages may load: this origin, and the one inline import map by its hash. */
  String contentSecurityPolicy() {
    String hash = Base64.getEncoder().encodeToString(WebJars.sha256(importMap));
    return "default-src 'self'; script-src 'self' 'sha256-"
        + hash
        + "'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
        + " frame-ancestors 'none'; form-action 'self'";
  }

  private void screen(RoutingContext context, String name) {
    send(context, Optional.of(files.computeIfAbsent(name, this::page)), "no-cache");
  }

  private void file(RoutingContext context) {
    String name = context.normalizedPath().substring("/screens/".length());
    if (!NAME.matcher(name).matches()) {
      throw new ProblemFault(Problems.NOT_FOUND);
    }
    if (name.endsWith(".html")) {
      screen(context, name);
      return;
    }
    send(context, cached(name, StaticFile.find(ROOT + name, name)), "no-cache");
  }

  /** From the root, so that the worker may keep the page at {@code /crew}. */
  private void crewWorker(RoutingContext context) {
    StaticFile worker =
        files.computeIfAbsent(
            "crew-worker.js", name -> new CrewShell(ROOT, webJars).worker(page("crew.html")));
    send(context, Optional.of(worker), "no-cache");
  }

  private void library(RoutingContext context) {
    String path = context.normalizedPath().substring("/webjars/".length());
    StaticFile known = files.get("/" + path);
    Optional<StaticFile> file =
        known == null ? cached("/" + path, webJars.find(path)) : Optional.of(known);
    send(context, file, FOR_EVER);
  }

  private Optional<StaticFile> cached(String key, Optional<StaticFile> found) {
    found.ifPresent(file -> files.put(key, file));
    return found;
  }

  private StaticFile page(String name) {
    StaticFile file =
        StaticFile.find(ROOT + name, name).orElseThrow(() -> new ProblemFault(Problems.NOT_FOUND));
    String html =
        file.bytes()
            .toString(StandardCharsets.UTF_8)
            .replace(IMPORT_MAP_PLACE, "<script type=\"importmap\">" + importMap + "</script>");
    return StaticFile.of(html.getBytes(StandardCharsets.UTF_8), name);
  }

  private static void send(RoutingContext context, Optional<StaticFile> found, String caching) {
    StaticFile file = found.orElseThrow(() -> new ProblemFault(Problems.NOT_FOUND));
    context
        .response()
        .putHeader(HttpHeaders.ETAG, file.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, caching);
    if (file.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      var unused = context.response().setStatusCode(304).end();
      return;
    }
    var unused =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
            .end(file.bytes());
  }
}
