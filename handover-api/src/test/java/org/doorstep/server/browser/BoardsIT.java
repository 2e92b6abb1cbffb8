package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.server.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: two desks see the same events, in the same order, at about the same time. */
class BoardsIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final int COMMANDS = 12;
  private static final long DELAY_MILLIS_MAX = 5_000;
  private static final String WATCH =
      """
      () => {
        window.shown = [];
        const note = () => {
          const number = Number(document.getElementById('event-number').textContent);
          if (number !== window.shown.at(-1)?.[0]) {
            window.shown.push([number, performance.timeOrigin + performance.now()]);
          }
        };
        new MutationObserver(note).observe(document.getElementById('header'),
            { subtree: true, childList: true, characterData: true });
        note();
      }""";

  private final World world = BROWSER.world();

  /** An event number on a board, and when it came up there. */
  private record Shown(long sequence, double atMillis) {}

  /** A reply as the desk had it. */
  private record Reply(long sequence, double atMillis) {}

  @Test
  void boards_two_showTheSameEventNumberWithinASecond() throws Exception {
    world.onShift("A1", "A2");
    List<Desk> desks = List.of(BROWSER.desk("desk1"), BROWSER.desk("desk2"));
    desks.forEach(desk -> desk.page().evaluate(WATCH));

    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      Reply reply = command(i);
      replies.add(reply);
      desks.forEach(desk -> desk.awaitEvent(reply.sequence()));
    }

    double slowest = 0;
    for (Desk desk : desks) {
      List<Shown> shown = shown(desk);
      assertThat(shown).extracting(Shown::sequence).isSorted().doesNotHaveDuplicates();
      for (Reply reply : replies) {
        slowest = Math.max(slowest, firstShown(shown, reply.sequence()) - reply.atMillis());
      }
    }
    System.out.printf(
        "Boards: the slowest of %d events was on both %.0f ms after its reply.%n",
        COMMANDS, slowest);
    assertThat(slowest).isLessThan(DELAY_MILLIS_MAX);
  }

  @Test
  void boards_two_followAnIncidentToTheSameState() throws Exception {
    world.onShift("A1");
    Desk first = BROWSER.desk("desk1");
    Desk second = BROWSER.desk("desk2");
    long incident = world.incident("Fall", "C3");
    first.open(incident);
    assertThat(first.at("[data-candidate='A1']")).isVisible();
    first.press("1");

    first.lastAction("done");
    for (Desk desk : List.of(first, second)) {
      desk.unitIs("A1", "mobilised");
      assertThat(desk.at("#active [data-incident='%d']".formatted(incident))).hasCount(1);
      desk.awaitEvent(world.other().board().number("sequence"));
    }
  }

  private Reply command(int i) throws Exception {
    TestClient other = world.other();
    String unit = i % 4 < 2 ? "A1" : "A2";
    long sequence =
        World.accepted(
            i % 2 == 0
                ? other.command(
                    "MakeUnitUnavailable", "{\"unit\":\"%s\",\"reason\":\"BREAK\"}".formatted(unit))
                : other.command("MakeUnitAvailable", "{\"unit\":\"%s\"}".formatted(unit)));
    return new Reply(sequence, System.currentTimeMillis());
  }

  private static List<Shown> shown(Desk desk) {
    List<Shown> shown = new ArrayList<>();
    if (desk.page().evaluate("() => window.shown") instanceof List<?> pairs) {
      for (Object each : pairs) {
        List<?> pair = (List<?>) each;
        shown.add(
            new Shown(((Number) pair.get(0)).longValue(), ((Number) pair.get(1)).doubleValue()));
      }
    }
    return shown;
  }

  private static double firstShown(List<Shown> shown, long sequence) {
    return shown.stream()
        .filter(each -> each.sequence() >= sequence)
        .mapToDouble(Shown::atMillis)
        .findFirst()
        .orElseThrow();
  }
}
