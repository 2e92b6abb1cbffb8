package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.doorstep.server.CutNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: the board of a node that is cut off from the others says so and sends nobody. */
class CutNodeIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void board_ofACutNode_saysSoAndSendsNothing() throws Exception {
    try (CutNode node = CutNode.start()) {
      Desk desk = BROWSER.stranger(node.server()).signedIn("desk1");
      desk.page().navigate("/");

      desk.shows("#not-deciding", "This server is cut off from the other nodes.");
      desk.shows("#not-deciding", "Go to the address of another node, or dispatch by voice.");
      assertThat(desk.at("#link-state b")).hasText("Cut off");
      assertThat(desk.at("#link-state")).hasAttribute("data-link", "old");
      desk.line("on A101 19:00");
      desk.press("Enter");
      desk.shows("#last-action", "not sent.");
      // Before its server goes: it would complain.
      desk.page().close();
    }
  }
}
