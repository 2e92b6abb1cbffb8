package org.doorstep.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules for accessibility that a program can check, held against a page as it stands; a picture
 * of it is left under target/screenshots.
 */
final class Axe {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int ZOOMED_WIDTH = 640;
  private static final int ZOOMED_HEIGHT = 400;

  private Axe() {}

  /** What is broken, each with its place. */
  static List<String> faults(Desk desk, String name) {
    desk.screenshot(name);
    List<String> faults = new ArrayList<>();
    for (Rule rule : new AxeBuilder(desk.page()).withTags(RULES).analyze().getViolations()) {
      rule.getNodes()
          .forEach(node -> faults.add("%s: %s: %s".formatted(name, rule.getId(), node.getHtml())));
    }
    return faults;
  }

  /** Holds the page in both themes to the rules and goes back to the first. */
  static void bothThemes(Desk desk, String name) {
    List<String> faults = new ArrayList<>(faults(desk, name + "-dark"));
    desk.at("#theme").click();
    faults.addAll(faults(desk, name + "-light"));
    desk.at("#theme").click();
    assertThat(faults).isEmpty();
  }

  /** Holds the page at 200 % zoom to its width: nothing is read by moving sideways. */
  static void fitsAtDoubleZoom(Desk desk) {
    desk.page().setViewportSize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
    assertThat(desk.page().evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(ZOOMED_WIDTH);
  }
}
