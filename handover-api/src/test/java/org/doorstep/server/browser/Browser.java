package org.doorstep.server.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives tests desks in a real Chromium: one browser and one server for the run, an empty area and
 * fresh contexts for each test.
 *
 * <p>After each test every desk is held to its bounds: no breach of the content security policy, no
 * word on the console that was not expected, no request to anywhere else. Where there is no
 * Chromium (system property {@code chromium}) tests are skipped with a line on the standard error;
 * with the environment variable {@code CI=true} they fail instead.
 */
final class Browser
    implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace RUN =
      ExtensionContext.Namespace.create(Browser.class);

  private final List<Desk> desks = new ArrayList<>();
  private @Nullable Chromium chromium;
  private @Nullable World world;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "true".equals(System.getenv("CI"));
    String skip = System.getProperty("skip.browser", "false");
    if (!skip.equals("false") && !required) {
      return skipped(context, "the property (skip.browser) is set");
    }
    Path program = Chromium.program();
    if (Files.isExecutable(program)) {
      return ConditionEvaluationResult.enabled("Chromium is there.");
    }
    if (required) {
      throw new AssertionError(
          "Browser tests need Chromium, and the file (%s) is missing.\nMaybe it is elsewhere: name it by -Dchromium."
              .formatted(program));
    }
    return skipped(context, "the file (%s) is missing".formatted(program));
  }

  private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
    if (context.getTestMethod().isEmpty()) {
      System.err.printf("BROWSER TESTS SKIPPED: %s: %s.%n", context.getDisplayName(), why);
    }
    return ConditionEvaluationResult.disabled(why);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ExtensionContext.Store run = context.getRoot().getStore(RUN);
    chromium = run.getOrComputeIfAbsent(Chromium.class);
    world = run.getOrComputeIfAbsent(World.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    world().clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> faults = new ArrayList<>();
    desks.forEach(desk -> faults.addAll(desk.close()));
    desks.clear();
    if (context.getExecutionException().isEmpty() && !faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }

  /** The area that all tests share. */
  World world() {
    if (world == null) {
      throw new IllegalStateException("The tests have not begun.");
    }
    return world;
  }

  /** A browser at the shared server in which nobody has signed in. */
  Desk stranger() {
    return stranger(world().server());
  }

  Desk stranger(TestServer server) {
    return strangerAt(server.address());
  }

  /** A browser that knows a server by another address, such as that of a line that can be cut. */
  Desk strangerAt(String address) {
    if (chromium == null) {
      throw new IllegalStateException("The tests have not begun.");
    }
    Desk desk = new Desk(chromium.browser(), address);
    desks.add(desk);
    return desk;
  }

  /** A desk of the shared server whose board is open and live. */
  Desk desk(String user) {
    return desk(world().server(), user);
  }

  Desk desk(TestServer server, String user) {
    return stranger(server).signedIn(user).openBoard();
  }
}
