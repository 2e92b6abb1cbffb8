package org.doorstep.server.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * Everything that the crew page loads, so that its service worker can keep it for when there is no
 * network.
 *
 * <p>The list is read from the files themselves, link by link and import by import: a file that is
 * added later cannot be forgotten. Its version is a hash of their content, so a worker is new
 * exactly when a file is.
 */
final class CrewShell {
  private static final String PAGE = "/crew";
  private static final String SCREENS = "/screens/";
  private static final String LIBRARIES = "/webjars/";
  private static final int FILES_MAX = 500;
  private static final int VERSION_LENGTH = 16;
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
  private static final Pattern IMPORTED =
      Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"']+)[\"']");
  private static final Pattern ICON = Pattern.compile("\"src\":\\s*\"(/[^\"]+)\"");

  private final String root;
  private final WebJars webJars;

  /**
   * The shell of the page.
   *
   * @param root where the screens lie on the class path
   */
  CrewShell(String root, WebJars webJars) {
    this.root = root;
    this.webJars = webJars;
  }

  /** The service worker with the list and its version in their places. */
  StaticFile worker(StaticFile page) {
    Map<String, StaticFile> files = files(page);
    String script =
        text(required(SCREENS + "crew/crew-worker.js"))
            .replace("__VERSION__", version(files))
            .replace(
                "['__FILES__']",
                new String(RecordJson.write(List.copyOf(files.keySet())), StandardCharsets.UTF_8));
    return StaticFile.of(script.getBytes(StandardCharsets.UTF_8), "crew-worker.js");
  }

  private Map<String, StaticFile> files(StaticFile page) {
    Map<String, StaticFile> files = new TreeMap<>();
    files.put(PAGE, page);
    Deque<String> open = new ArrayDeque<>(mentioned(page, LINKED));
    while (!open.isEmpty()) {
      String address = open.removeFirst();
      if (files.containsKey(address)) {
        continue;
      }
      StaticFile file = required(address);
      files.put(address, file);
      open.addAll(named(address, file));
      if (files.size() > FILES_MAX) {
        throw new IllegalStateException(
            "The crew page needs more than (%d) files.".formatted(FILES_MAX));
      }
    }
    return files;
  }

  private List<String> named(String address, StaticFile file) {
    if (address.endsWith(".webmanifest")) {
      return mentioned(file, ICON);
    }
    if (!address.endsWith(".js")) {
      return List.of();
    }
    return mentioned(file, IMPORTED).stream().map(name -> resolved(address, name)).toList();
  }

  private String resolved(String from, String name) {
    return name.startsWith(".")
        ? URI.create(from).resolve(name).toString()
        : webJars
            .resolve(name)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The file (%s) imports (%s), which no library has.".formatted(from, name)));
  }

  private StaticFile required(String address) {
    return find(address)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The crew page needs the file (%s), which is missing.".formatted(address)));
  }

  private Optional<StaticFile> find(String address) {
    if (address.startsWith(LIBRARIES)) {
      return webJars.find(address.substring(LIBRARIES.length()));
    }
    String name = address.substring(SCREENS.length());
    return StaticFile.find(root + name, name);
  }

  private static List<String> mentioned(StaticFile file, Pattern pattern) {
    List<String> found = new ArrayList<>();
    pattern.matcher(text(file)).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static String version(Map<String, StaticFile> files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.forEach(
        (address, file) ->
            all.writeBytes((address + file.etag()).getBytes(StandardCharsets.UTF_8)));
    return Hash.hex(all.toByteArray()).substring(0, VERSION_LENGTH);
  }

  private static String text(StaticFile file) {
    return file.bytes().toString(StandardCharsets.UTF_8);
  }
}
