package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.doorstep.handover.bars.BarsAnswer;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.bars.RequestDesk;
import org.doorstep.handover.bars.RequestSearch;

/**
 * The Booking and Referral Standard over HTTP: where other systems put their messages, and read and
 * change their requests. Checks who they are before it reads what they send, and hands the bytes on
 * as sent.
 */
public final class BarsDoor {
  private static final String BEARER = "Bearer ";
  private static final String CALLER = "doorstep.bars.caller";
  private static final String ONE = "/bars/ServiceRequest/:id";

  /** What the standard has and this server does not do: said so, and not that it is not there. */
  private static final Set<String> NOT_BUILT =
      Set.of(
          "Slot",
          "Appointment",
          "DocumentReference",
          "HealthcareService",
          "Endpoint",
          "Organization",
          "Location",
          "PractitionerRole");

  private static final Map<String, String> ALLOWED =
      Map.of("$process-message", "POST", "metadata", "GET", "MessageDefinition", "GET");

  /** More than the inbox takes, so that what is too large leaves a row; the rest is not read. */
  private static final long BODY_BYTES_MAX = 2_097_152;

  private final RequestDesk desk;
  private final Map<String, BarsCaller> callers;
  private final boolean requireToken;
  private final ReadThrottle throttle;

  /**
   * A door.
   *
   * @param callers each system by its token
   */
  public BarsDoor(
      RequestDesk desk,
      Map<String, BarsCaller> callers,
      boolean requireToken,
      InstantSource clock) {
    this.desk = desk;
    this.callers = Map.copyOf(callers);
    this.requireToken = requireToken;
    this.throttle = new ReadThrottle(clock);
  }

  void mount(Router router) {
    router.route("/bars/*").handler(this::identify);
    body(router.postWithRegex("/bars/\\$process-message").setName("/bars/$process-message"))
        .handler(this::receive);
    router.get("/bars/metadata").handler(c -> read(c, false, desk::capabilities));
    router.get("/bars/MessageDefinition").handler(this::definitions);
    router.get("/bars/ServiceRequest").handler(this::search);
    router
        .get(ONE)
        .handler(c -> read(c, true, syntax -> desk.read(caller(c), syntax, c.pathParam("id"))));
    router
        .get(ONE + "/_history")
        .handler(c -> read(c, true, syntax -> desk.history(caller(c), syntax, c.pathParam("id"))));
    router
        .get(ONE + "/_history/:version")
        .handler(
            c ->
                read(
                    c,
                    true,
                    syntax ->
                        desk.read(caller(c), syntax, c.pathParam("id"), c.pathParam("version"))));
    body(router.put(ONE)).handler(this::update);
    router.route("/bars/*").handler(this::other);
  }

  private static Route body(Route route) {
    return route.handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
  }

  /** Says who it is, and mirrors what its caller knows the exchange by. */
  private void identify(RoutingContext context) {
    BarsHeaders.mirror(context);
    Optional<BarsCaller> caller = findCaller(context);
    if (requireToken && caller.isEmpty()) {
      throw new BarsRefusal(
          BarsFault.of(Kind.UNAUTHORIZED, "A system must show its token; none that is known was."));
    }
    context.put(CALLER, caller.orElse(BarsCaller.ANYBODY));
    context.next();
  }

  private static BarsCaller caller(RoutingContext context) {
    BarsCaller caller = context.get(CALLER);
    return caller == null ? BarsCaller.of("unknown", List.of()) : caller;
  }

  private void receive(RoutingContext context) {
    BarsHeaders.checkTarget(context);
    byte[] body = Requests.body(context);
    Optional<String> type =
        Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    answer(context, () -> desk.inbox().receive(body, type, caller(context)));
  }

  private void definitions(RoutingContext context) {
    List<String> contexts =
        context.queryParam("context").stream()
            .flatMap(given -> List.of(given.split("&context=", -1)).stream())
            .toList();
    if (contexts.isEmpty()) {
      throw new BarsRefusal(
          BarsFault.of(
              Kind.REQUIRED,
              "The parameter (context) is missing: the service and the use case are asked for by it."));
    }
    read(context, true, syntax -> desk.definitions(syntax, contexts));
  }

  private void search(RoutingContext context) {
    Map<String, String> query = new LinkedHashMap<>();
    context.queryParams().forEach(each -> query.putIfAbsent(each.getKey(), each.getValue()));
    RequestSearch.Read search = RequestSearch.of(query);
    if (search.fault().isPresent()) {
      throw new BarsRefusal(search.fault().get());
    }
    RequestSearch understood = search.search().orElseThrow();
    read(context, true, syntax -> desk.search(caller(context), syntax, understood));
  }

  private void update(RoutingContext context) {
    byte[] body = Requests.body(context);
    Optional<String> saw = Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_MATCH));
    read(
        context,
        true,
        syntax -> desk.update(caller(context), syntax, context.pathParam("id"), body, saw));
  }

  /** What is asked of the desk. */
  private interface Reading {
    BarsAnswer by(BarsSyntax syntax);
  }

  private void read(RoutingContext context, boolean isAddressed, Reading reading) {
    BarsSyntax syntax = BarsHeaders.accepted(context);
    BarsHeaders.checkIds(context);
    if (isAddressed) {
      BarsHeaders.requireTarget(context, desk.us().dosId());
    } else {
      BarsHeaders.checkTarget(context);
    }
    if (!throttle.take(caller(context).name())) {
      context.response().putHeader("Retry-After", ReadThrottle.RETRY_AFTER_SECONDS);
      throw new BarsRefusal(
          BarsFault.of(Kind.THROTTLED, "Too many reads in a minute; read again later."));
    }
    answer(context, () -> reading.by(syntax));
  }

  private static void answer(RoutingContext context, Callable<BarsAnswer> work) {
    Requests.blocking(
        context,
        work,
        answer -> {
          answer.tag().ifPresent(tag -> context.response().putHeader(HttpHeaders.ETAG, tag));
          var unused =
              context
                  .response()
                  .setStatusCode(answer.httpStatus())
                  .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(Buffer.buffer(answer.body()));
        });
  }

  /** Part of the standard that is not built, a method that is none, or nothing at all. */
  private void other(RoutingContext context) {
    List<String> parts = List.of(context.normalizedPath().split("/", -1));
    String kind = parts.size() > 2 ? parts.get(2) : "";
    if (NOT_BUILT.contains(kind) || isNotBuilt(kind, parts.size(), context.request().method())) {
      throw new BarsRefusal(
          BarsFault.of(
              Kind.NOT_SUPPORTED,
              "This part of the standard is not built here; GET /metadata says what is."));
    }
    String allowed = kind.equals("ServiceRequest") ? "GET, PUT" : ALLOWED.get(kind);
    if (allowed == null) {
      throw new BarsRefusal(BarsFault.of(Kind.UNKNOWN_CASE, "There is nothing here."));
    }
    context.response().putHeader(HttpHeaders.ALLOW, allowed);
    throw new BarsRefusal(BarsFault.of(Kind.METHOD, "Only %s here.".formatted(allowed)));
  }

  /** The standard has more ways to change a request; here it is changed by message or PUT. */
  private static boolean isNotBuilt(String kind, int parts, HttpMethod method) {
    return kind.equals("ServiceRequest")
        && (method.equals(HttpMethod.PATCH)
            || method.equals(HttpMethod.DELETE)
            || (method.equals(HttpMethod.POST) && parts == 3));
  }

  private Optional<BarsCaller> findCaller(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      return Optional.empty();
    }
    byte[] shown = bytes(header.substring(BEARER.length()));
    return callers.entrySet().stream()
        .filter(each -> MessageDigest.isEqual(bytes(each.getKey()), shown))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static byte[] bytes(String token) {
    return token.getBytes(StandardCharsets.UTF_8);
  }
}
