package org.doorstep.server.browser;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the hub is told on top of its page that a message needs a person, sees why, and puts
 * down to whom it was passed on; the desk is told as well.
 */
@Timeout(180)
class MessagesIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private HttpServer practice;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    practice = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    practice.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    practice.start();
    String uri = "http://127.0.0.1:%d/x".formatted(practice.getAddress().getPort());
    server =
        TestServer.start(
            Clock.systemUTC(),
            TestServer.freshFolder(),
            Map.of(
                "bars", Map.of("receivers", List.of(Map.of("service", "PRACTICE-1", "uri", uri)))));
    server.addMember("hub7", Role.HUB, Optional.empty());
  }

  @AfterEach
  void stop() {
    server.close();
    practice.stop(0);
  }

  @Test
  void message_thatCannotBeDelivered_isShownWithItsReasonAndPassedOnByHand() throws Exception {
    TestClient other = server.client("desk2");
    signed(other);
    // The first message of a server waits until the definitions of the standard have been read.
    awaitException(other);
    Desk board = BROWSER.desk(server, "desk1");
    board.shows("#messages-banner", "1 message needs a person.");
    Axe.bothThemes(board, "board-messages");
    Desk hub = BROWSER.stranger(server).signedIn("hub7").openPage("/hub");
    hub.shows("#messages-banner", "1 message needs a person.");
    hub.shows("#messages li", "cannot be delivered");
    hub.at("#messages-banner button").click();
    hub.shows("#detail", "The receiver calls it our fault: HTTP 403.");
    hub.shows("#detail", "Print the letter");
    Axe.bothThemes(hub, "hub-message");
    hub.at("#detail button:has-text('Passed on by hand')").click();
    hub.at("#detail form button[type=submit]").click();
    hub.shows("#detail form", "Say to whom, by name.");
    hub.awaitFocus();
    hub.at("#detail form select").first().selectOption("TELEPHONE");
    hub.at("#detail form input").first().fill("Dr Fictive, Hop Kiln Surgery");
    hub.at("#detail form textarea").first().fill("Will telephone the patient today");
    Axe.bothThemes(hub, "hub-message-passed-on");
    hub.at("#detail form button[type=submit]").click();

    hub.shows("#messages-title", "Messages that have not arrived 0");
    hub.shows("#detail", "Done.");
    Axe.fitsAtDoubleZoom(hub);
    // Before their server goes: they would complain.
    board.page().close();
    hub.page().close();
  }

  private static void awaitException(TestClient desk) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      while (!desk.get("/api/areas/WEST_KENT/messages/exceptions").text().contains("DEAD")) {
        stream.any();
      }
    }
  }

  private static void signed(TestClient desk) throws Exception {
    TestClient.Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"Dizzy","patients":[{"nhsNumber":"9990020019","unidentified":false}]},
             "category":"C5","place":{"lat":51.1932,"lon":0.3028,"label":"Row Street"}}""");
    long incident = opened.number("incident");
    String about = "{\"patient\":{\"incident\":%d,\"number\":1}".formatted(incident);
    accepted(
        desk.command(
            "ChooseDisposition",
            about + ",\"choice\":{\"disposition\":\"HEAR_AND_TREAT\"},\"saw\":0}"));
    accepted(
        desk.command(
            "SignHandover",
            about
                + ",\"terms\":{\"kind\":\"FOR_INFORMATION\",\"practice\":\"PRACTICE-1\"},"
                + "\"words\":{\"summary\":\"Dizzy\",\"advice\":\"Call again when worse\"}}"));
  }

  private static void accepted(TestClient.Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
  }
}
