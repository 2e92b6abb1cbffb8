package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.doorstep.server.TestTables;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: an admin sees which tables decide, loads another, reads exactly what it would change,
 * tries it in the shadow and adopts it with a reason; the hub reads along.
 */
class ProtocolIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();
  private final String version = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void table_loadedShadowedAndAdopted_decidesAndCanBeTakenBack() {
    Desk desk = open("boss").expect("400");
    desk.shows("#running", "Version 2 decides");
    desk.shows("#approver", "needs clinical approval");
    desk.screenshot("protocol-start");

    load(desk, TestTables.soonerFollowUp(version));
    desk.shows("#verdict", "Every rule holds");
    desk.shows("#changes", "F30");
    desk.shows("#changes", "96");
    Axe.bothThemes(desk, "protocol-check");
    desk.at("#reason").fill("Look for a week");
    desk.at("#start-shadow").click();
    desk.shows("#shadow", "Look for a week");
    assertThat(desk.at("#reason")).hasValue("");
    desk.at("#adopt").click();
    desk.shows("#status", "reason");
    desk.at("#reason").fill("Clinical group of today");
    desk.at("#adopt").click();

    desk.shows("#running", "Version %s decides".formatted(version));
    desk.shows("#history", "Clinical group of today");
    Axe.bothThemes(desk, "protocol-adopted");
    desk.at("[data-version='1'] button").click();
    desk.at("#reason").fill("Back");
    desk.at("#adopt").click();
    desk.shows("#running", "Version 1 decides");
    Axe.fitsAtDoubleZoom(desk);
  }

  @Test
  void table_thatBreaksARule_isShownWithTheInputAndCannotBeAdopted() {
    Desk desk = open("boss").expect("422");

    load(desk, TestTables.brokenFollowUp(version));
    desk.shows("#verdict", "A worse answer must never lower what comes out");
    assertThat(desk.at("#adopt")).isDisabled();
    Axe.bothThemes(desk, "protocol-broken");

    load(desk, TestTables.deadRow(version));
    desk.shows("#status", "R40");
    Axe.bothThemes(desk, "protocol-refused");
  }

  @Test
  void table_pastItsReview_isUnconfirmedInWordsAndShape() {
    Desk desk = open("boss");
    load(desk, TestTables.overdueWarning(version));
    desk.at("#reason").fill("To see it");
    desk.at("#adopt").click();

    desk.shows("#running .unconfirmed", "unconfirmed: review was due 2026-01-01");
    Axe.bothThemes(desk, "protocol-unconfirmed");
    desk.at("[data-version='1'] button").click();
    desk.at("#reason").fill("Seen");
    desk.at("#adopt").click();
    assertThat(desk.at("#running .unconfirmed")).hasCount(0);
  }

  @Test
  void hub_readsAlong_andCanChangeNothing() throws Exception {
    Journey.member(world, "hub7", Role.HUB, "NAVIGATION-HUB");
    Desk desk = open("hub7");
    desk.shows("#running", "decides");

    assertThat(desk.at("#file")).hasCount(0);
    desk.at("[data-table='wishes-and-plans']").click();
    desk.shows("#rows", "P10");
    assertThat(desk.at("#adopt")).hasCount(0);
    Axe.bothThemes(desk, "protocol-hub");
  }

  private static Desk open(String user) {
    Desk desk = BROWSER.stranger().signedIn(user);
    desk.page().navigate(BROWSER.world().server().address() + "/protocol");
    desk.page().setViewportSize(1280, 900);
    assertThat(desk.at("#running")).isVisible();
    return desk;
  }

  private static void load(Desk desk, byte[] table) {
    desk.at("#file").setInputFiles(new FilePayload("table.dmn", "application/xml", table));
  }
}
