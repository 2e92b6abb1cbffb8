package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: a message that does not arrive is seen by desk and hub with its reason, is sent again or
 * passed on by hand by a person, and the area hears of it by the one way that there is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MessagesTest {
  private static final String AREA = "/api/areas/WEST_KENT";
  private static final String WORDS = "{'summary':'Dizzy','advice':'Call again when worse'}";

  private HttpServer practice;
  private TestServer server;
  private TestClient desk;
  private TestClient hub;
  private long incident;
  private volatile Optional<ReceiptCode> says = Optional.empty();

  @BeforeAll
  void start() throws Exception {
    practice = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    practice.createContext("/", this::answer);
    practice.start();
    String uri = "http://127.0.0.1:%d/$process-message".formatted(practice.getAddress().getPort());
    server =
        TestServer.start(
            Clock.systemUTC(),
            TestServer.freshFolder(),
            Map.of(
                "bars", Map.of("receivers", List.of(Map.of("service", "PRACTICE-1", "uri", uri)))));
    server.addMember("hub1", Role.HUB, Optional.empty());
    desk = server.client("desk1");
    hub = server.client("hub1");
  }

  @AfterAll
  void stop() {
    server.close();
    practice.stop(0);
  }

  /** What the practice's system says: a receipt, or that it will have nothing of us. */
  private void answer(HttpExchange exchange) throws IOException {
    byte[] message = exchange.getRequestBody().readAllBytes();
    UUID id = UUID.fromString(String.valueOf(JsonTree.parseObject(message).get("id")));
    byte[] body = says.map(code -> new FhirReceipts().write(receipt(id, code))).orElse(new byte[0]);
    exchange.sendResponseHeaders(body.length == 0 ? 403 : 200, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static Receipt receipt(UUID of, ReceiptCode code) {
    return new Receipt(
        DerivedId.of("said", of.toString(), code.name()),
        of,
        code,
        Instant.parse("2026-11-26T12:00:00Z"),
        "Hop Kiln Surgery",
        Optional.empty());
  }

  @BeforeEach
  void signedByTelephone() throws Exception {
    says = Optional.empty();
    Answer opened =
        give(
            "OpenIncident",
            "{'call':{'complaint':'Dizzy','patients':[{'nhsNumber':'9990020019','unidentified':false}]},"
                + "'category':'C5','place':{'lat':51.1932,'lon':0.3028,'label':'Row Street'}}");
    incident = opened.number("incident");
    give("ChooseDisposition", body(",'choice':{'disposition':'HEAR_AND_TREAT'},'saw':0"));
  }

  @Test
  void exception_passedOnByTelephone_endsTheHandoverAndIsGone() throws Exception {
    sign();
    await("state=UNDELIVERABLE");

    Answer list = hub.get(AREA + "/messages/exceptions");
    assertThat(contract("listMessageExceptions", list)).isEmpty();
    String shown = String.valueOf(message(list));
    assertThat(shown)
        .contains("state=DEAD", "attempts=1", "HTTP 403", "kind=HANDOVER")
        .doesNotContain("9990020019", "nextAt");
    String id = id(list);
    assertThat(hub.post(path(id, "passed-on"), passedOn("2999-01-01T00:00:00Z")).status())
        .isEqualTo(400);
    assertThat(hub.post(path(id, "passed-on"), passedOn("2026-11-01T09:00:00Z")).status())
        .isEqualTo(204);

    await("state=BY_HAND");
    Answer after = desk.get(AREA + "/messages/exceptions");
    assertThat(after.text()).doesNotContain(id);
    assertThat(desk.get(AREA + "/incidents/" + incident).text()).contains("HandedOverByHand");
    assertThat(hub.post(path(id, "passed-on"), passedOn("2026-11-01T09:00:00Z")).code())
        .isEqualTo("message-settled");
    assertThat(desk.post(path(id, "retry"), Map.of()).code()).isEqualTo("message-settled");
  }

  @Test
  void exception_sentAgain_arrives() throws Exception {
    sign();
    await("state=UNDELIVERABLE");
    String id = id(desk.get(AREA + "/messages/exceptions"));
    says = Optional.of(ReceiptCode.SUCCESS);

    assertThat(desk.post(path(id, "retry"), Map.of()).status()).isEqualTo(204);

    await("state=RECEIVED");
    assertThat(desk.get(AREA + "/messages/exceptions").text()).doesNotContain(id);
  }

  @Test
  void refusal_isShownInTheReceiversWords() throws Exception {
    says = Optional.of(ReceiptCode.PATIENT_NOT_KNOWN);
    sign();
    await("state=UNDELIVERABLE");

    assertThat(String.valueOf(message(hub.get(AREA + "/messages/exceptions"))))
        .contains("state=REFUSED", "code=PATIENT_NOT_KNOWN", "by=Hop Kiln Surgery");
    assertThat(hub.get("/health/ready").text()).contains("\"exceptions\":");
    assertThat(hub.get("/health/metrics").text())
        .contains("doorstep_messages{state=\"exception\"}", "doorstep_messages_late 0");
  }

  @Test
  void letter_onPaper_isForThoseWhoHaveThePatientInHand() throws Exception {
    String paper = AREA + "/patients/%d/1/letter.pdf".formatted(incident);
    assertThat(hub.get(paper).code()).isEqualTo("letter-not-written");
    sign();
    await("state=UNDELIVERABLE");
    server.addCrew("crew-far", "Z9");
    server.addMember("gp9", Role.PRACTICE, Optional.of(new ServiceId("PRACTICE-2")));

    Answer printed = hub.get(paper);
    assertThat(printed.contentType()).isEqualTo("application/pdf");
    assertThat(printed.text()).startsWith("%PDF-1.");
    assertThat(desk.get(paper).status()).isEqualTo(200);
    assertThat(server.client("crew-far").get(paper).code()).isEqualTo("patient-unknown");
    assertThat(server.client("gp9").get(paper).status()).isEqualTo(403);
    assertThat(desk.get(AREA + "/patients/999999/1/letter.pdf").status()).isEqualTo(404);
  }

  @Test
  void message_nobodyKnows_isNotFound() throws Exception {
    String none = new UUID(1, 2).toString();
    assertThat(hub.post(path(none, "retry"), Map.of()).code()).isEqualTo("message-unknown");
    assertThat(hub.post(path("nonsense", "retry"), Map.of()).code()).isEqualTo("message-unknown");
  }

  private void sign() throws Exception {
    give(
        "SignHandover",
        body(",'terms':{'kind':'FOR_INFORMATION','practice':'PRACTICE-1'},'words':" + WORDS));
  }

  private static Map<String, Object> passedOn(String at) {
    return Map.of("way", "TELEPHONE", "to", "Dr Fictive", "at", at, "words", "Will visit today");
  }

  private static String path(String id, String act) {
    return AREA + "/messages/%s/%s".formatted(id, act);
  }

  private Map<?, ?> message(Answer list) {
    return list.list("messages").stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> String.valueOf(each.get("patient")).contains("incident=" + incident + ","))
        .findFirst()
        .orElseThrow(() -> new AssertionError(list.text()));
  }

  private String id(Answer list) {
    return String.valueOf(message(list).get("id"));
  }

  private static String contract(String operation, Answer answer) throws IOException {
    return new Contract().faults(operation, 200, answer.contentType(), answer.text());
  }

  /** Waits for what the desk is to see of the patient. */
  private void await(String words) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      while (!seen().contains(words)) {
        stream.any();
      }
    }
  }

  private String seen() throws Exception {
    return desk.get(AREA + "/patients").list("patients").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=" + incident + ","))
        .reduce("", String::concat);
  }

  private Answer give(String command, String text) throws Exception {
    Answer answer = desk.command(command, text.replace('\'', '"'));
    assertThat(answer.status()).as("%s: %s", command, answer.text()).isEqualTo(200);
    return answer;
  }

  private String body(String rest) {
    return "{'patient':{'incident':%d,'number':1}%s}".formatted(incident, rest);
  }
}
