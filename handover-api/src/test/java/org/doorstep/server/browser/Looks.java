package org.doorstep.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a state of the crew page in both themes and both ways of holding the tablet: pictures
 * for people, and the faults of accessibility that a program can find.
 */
final class Looks {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final List<String> WAYS = List.of("dark", "light");

  private final List<String> faults = new ArrayList<>();

  List<String> faults() {
    return faults;
  }

  void at(Tablet tablet, String name) {
    for (String theme : WAYS) {
      tablet.page().evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      picture(tablet, name + "-" + theme);
      new AxeBuilder(tablet.page())
          .withTags(RULES)
          .analyze()
          .getViolations()
          .forEach(
              rule ->
                  rule.getNodes()
                      .forEach(
                          node ->
                              faults.add(
                                  "%s, %s: %s %s"
                                      .formatted(name, theme, rule.getId(), node.getHtml()))));
    }
    tablet.page().setViewportSize(Tablet.HEIGHT, Tablet.WIDTH);
    picture(tablet, name + "-upright");
    tablet.page().setViewportSize(Tablet.WIDTH, Tablet.HEIGHT);
  }

  private static void picture(Tablet tablet, String name) {
    tablet
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
