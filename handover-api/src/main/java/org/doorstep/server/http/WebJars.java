package org.doorstep.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The browser libraries on the class path: which version there is, the import map that names them,
 * and the only files of theirs that are served.
 */
final class WebJars {
  private static final String ROOT = "META-INF/resources/webjars/";
  private static final List<String> JARS =
      List.of("ol", "lit", "lit-html", "lit-element", "lit__reactive-element", "idb");
  private static final List<Pattern> SERVED =
      List.of(
          Pattern.compile("ol/[0-9.]+/(dist/ol\\.js|ol\\.css)"),
          Pattern.compile("lit/[0-9.]+/[a-z-]+(/[a-z-]+)*\\.js"),
          Pattern.compile("lit-html/[0-9.]+/[a-z-]+(/[a-z-]+)*\\.js"),
          Pattern.compile("lit-element/[0-9.]+/[a-z-]+(/[a-z-]+)*\\.js"),
          Pattern.compile("lit__reactive-element/[0-9.]+/[a-z-]+(/[a-z-]+)*\\.js"),
          Pattern.compile("idb/[0-9.]+/build/(index|wrap-idb-value)\\.js"));

  private final Map<String, String> versions = new LinkedHashMap<>();

  WebJars() {
    JARS.forEach(jar -> versions.put(jar, version(jar)));
  }

  /** The import map as JSON, always the same bytes. */
  String importMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("imports", imports());
    return new String(RecordJson.write(map), StandardCharsets.UTF_8);
  }

  /** The address of a bare name in an import of a module; empty where no library has it. */
  Optional<String> resolve(String name) {
    return imports().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("/") && name.startsWith(entry.getKey()))
        .map(entry -> entry.getValue() + name.substring(entry.getKey().length()))
        .findFirst()
        .or(() -> Optional.ofNullable(imports().get(name)));
  }

  private Map<String, String> imports() {
    Map<String, String> imports = new LinkedHashMap<>();
    imports.put("lit", path("lit") + "index.js");
    imports.put("lit/", path("lit"));
    imports.put("lit-html", path("lit-html") + "lit-html.js");
    imports.put("lit-html/", path("lit-html"));
    imports.put("lit-element/", path("lit-element"));
    imports.put("@lit/reactive-element", path("lit__reactive-element") + "reactive-element.js");
    imports.put("@lit/reactive-element/", path("lit__reactive-element"));
    imports.put("idb", path("idb") + "build/index.js");
    return imports;
  }

  /** The folder of a library as its address, with the version that is on the class path. */
  String path(String jar) {
    return "/webjars/" + jar + "/" + versions.get(jar) + "/";
  }

  /** A served file; empty for everything else in the jars. */
  Optional<StaticFile> find(String path) {
    if (SERVED.stream().noneMatch(pattern -> pattern.matcher(path).matches())) {
      return Optional.empty();
    }
    return StaticFile.find(ROOT + path, path);
  }

  private static String version(String jar) {
    String name = "META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
    try (InputStream in = WebJars.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The browser library (%s) is missing.".formatted(jar));
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
