package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: the call form loses nothing that was typed, and says what is missing. */
class CallFormIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();

  @Test
  void callForm_draftSurvivesAReload() {
    Desk desk = BROWSER.desk("desk1");
    desk.press("n");
    desk.type("Feels faint");
    desk.press("Tab");
    desk.type("behind the old mill");
    desk.press("Alt+3");
    desk.at("#notes").fill("Gate code 4471");

    desk.page().reload();

    desk.awaitLive();
    assertThat(desk.at("body")).hasAttribute("data-pane", "new-call");
    assertThat(desk.at("#complaint")).hasValue("Feels faint");
    assertThat(desk.at("#place")).hasValue("behind the old mill");
    assertThat(desk.at("#level-3")).isChecked();
    assertThat(desk.at("#notes")).hasValue("Gate code 4471");
    desk.shows("#last-action", "The call you began is still here.");
  }

  @Test
  void callForm_withoutAComplaint_saysWhatIsMissingAndSavesNothing() throws Exception {
    Desk desk = BROWSER.desk("desk1");
    desk.press("n");
    desk.press("Control+Enter");

    desk.shows("#faults", "Say what is wrong");
    desk.shows("#faults", "Choose a category");
    assertThat(desk.at("#faults")).isFocused();
    assertThat(world.other().board().list("incidents")).isEmpty();
  }

  @Test
  void callForm_placeUnknown_isKeptAsTyped() throws Exception {
    Desk desk = BROWSER.desk("desk1");
    desk.press("n");
    desk.type("Stung by a bee");
    desk.press("Tab");
    desk.type("zzyzx quarry");
    desk.shows("#place-said", "Nothing found: it is kept as typed.");
    desk.press("Alt+4", "Control+Enter");

    desk.shows("#pane-title", "Stung by a bee");
    desk.shows("#pane .flags", "No place yet");
    desk.shows("#pane article.call", "Place as given: zzyzx quarry");
  }

  @Test
  void words_ofCallers_areTextNotMarkup() throws Exception {
    String words = "<img src=x onerror=\"window.broken=1\"> <b>pain</b>";
    Desk desk = BROWSER.desk("desk1");
    desk.press("n");
    desk.type(words);
    desk.press("Alt+1");
    desk.at("#notes").fill(words);
    desk.press("Control+Enter");

    desk.shows("#pane-title", words);
    desk.shows("#incidents .complaint", words);
    desk.shows("#alerts .alert", words);
    desk.shows("#pane .narrative", words);
    assertThat(desk.at("#pane img, #incidents img, #alerts img")).hasCount(0);
    assertThat(desk.page().evaluate("() => window.broken === undefined")).isEqualTo(true);
  }
}
