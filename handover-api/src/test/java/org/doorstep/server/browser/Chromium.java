package org.doorstep.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one browser of a run; used from the thread that started it.
 *
 * <p>It is the machine's own: nothing is downloaded, and it can reach this machine only. The driver
 * unpacks itself into a folder of this process, which goes with it; folders that killed runs have
 * left behind go too.
 */
final class Chromium implements AutoCloseable {
  /** A condition that has not come about by then never will. */
  static final double WAIT_MILLIS_MAX = 20_000;

  private static final String FOLDER = "browser-driver-";
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

  private final Path folder;
  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Path target = Path.of("target").toAbsolutePath();
    deleteLeftBehind(target);
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS_MAX);
    folder = target.resolve(FOLDER + ProcessHandle.current().pid());
    System.setProperty("playwright.driver.tmpdir", made(folder).toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(ARGUMENTS));
  }

  static Path program() {
    return Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    delete(folder);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteLeftBehind(Path target) {
    try (Stream<Path> entries = Files.list(target)) {
      entries.filter(Chromium::isLeftBehind).forEach(Chromium::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLeftBehind(Path entry) {
    String name = entry.getFileName().toString();
    return name.startsWith(FOLDER)
        && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()))).isEmpty();
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
