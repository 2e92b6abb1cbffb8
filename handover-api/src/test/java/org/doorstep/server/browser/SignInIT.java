package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: signing in and out, in words. */
class SignInIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String SIGNED_OUT = "status of 401";

  @Test
  void signIn_nameAndPassword_opensTheBoard() {
    Desk desk = BROWSER.stranger().expect(SIGNED_OUT);
    desk.page().navigate("/");
    assertThat(desk.page()).hasURL(Pattern.compile("/sign-in$"));

    fill(desk, TestServer.PASSWORD);

    desk.awaitLive();
    desk.shows("#header h1", "West Kent");
  }

  @Test
  void signIn_wrongPassword_saysSoInWords() {
    Desk desk = BROWSER.stranger().expect(SIGNED_OUT);
    desk.page().navigate("/sign-in");

    fill(desk, "not the password");

    desk.shows("#problem-words", "The name or the password is not right.");
    assertThat(desk.at("#password")).isFocused();
    assertThat(desk.page()).hasURL(Pattern.compile("/sign-in$"));
  }

  @Test
  void signIn_nothingTyped_saysWhatToEnter() {
    Desk desk = BROWSER.stranger();
    desk.page().navigate("/sign-in");

    assertThat(desk.at("#user")).isFocused();
    desk.press("Enter");

    desk.shows("#problem-words", "Enter your name.");
    assertThat(desk.at("#user")).isFocused();
  }

  @Test
  void signOut_endsIt() {
    Desk desk = BROWSER.desk("desk1").expect(SIGNED_OUT);

    desk.at("#sign-out").click();
    assertThat(desk.page()).hasURL(Pattern.compile("/sign-in$"));
    desk.page().navigate("/");

    assertThat(desk.page()).hasURL(Pattern.compile("/sign-in$"));
    assertThat(desk.at("#incidents")).hasCount(0);
  }

  @Test
  void signOut_elsewhere_endsTheBoardInWords() {
    Desk desk = BROWSER.desk("desk1").expect(SIGNED_OUT);

    desk.page().context().request().delete("/api/session");

    desk.shows("#signed-out", "Signed out.");
    desk.shows("#link-state", "Signed out");
  }

  private static void fill(Desk desk, String password) {
    assertThat(desk.at("#user")).isFocused();
    desk.type("desk1");
    desk.press("Tab");
    desk.type(password);
    desk.press("Enter");
  }
}
