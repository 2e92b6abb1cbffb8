package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;

/** A running server with a desk and a hub, and a crew that is with one patient after the other. */
final class CareStand implements AutoCloseable {
  static final String WORDS =
      "{'summary':'Fall, no injury','treatment':'Lifted','advice':'Call again when worse',"
          + "'asked':'Review of medicines'}";

  private static final int ROUNDS_MAX = 60;

  private final TestServer server;
  private final TestClient desk;
  private final TestClient hub;
  private TestClient crew;
  private long incident;
  private int patients;

  CareStand(Clock clock, Map<String, Object> changes) throws Exception {
    server = TestServer.start(clock, TestServer.freshFolder(), changes);
    desk = server.client("desk1");
    crew = desk;
    server.addMember("hub1", Role.HUB, Optional.empty());
    hub = server.client("hub1");
  }

  String address() {
    return server.address();
  }

  TestClient desk() {
    return desk;
  }

  TestClient crew() {
    return crew;
  }

  TestClient hub() {
    return hub;
  }

  long incident() {
    return incident;
  }

  /** The next patient, whose NHS number was told; a crew of its own has arrived. */
  void nextPatient(String nhsNumber) throws Exception {
    patients++;
    String unit = "D" + patients;
    desk.signOn(unit);
    server.addCrew("crew-" + patients, unit);
    crew = server.client("crew-" + patients);
    Answer opened =
        accepted(
            desk.command(
                "OpenIncident",
                json(
                    "{'call':{'complaint':'Fall','patients':[{'nhsNumber':'%s',"
                            .formatted(nhsNumber)
                        + "'unidentified':false}]},'category':'C3',"
                        + "'place':{'lat':51.1932,'lon':0.3028,'label':'Row Street'}}")));
    incident = opened.number("incident");
    desk.awaitBoard(opened.number("sequence"));
    Answer sent =
        accepted(
            desk.command(
                "AssignUnit",
                json(
                    "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':1,'unit':1}}"
                        .formatted(incident, unit))));
    reports("AT_PATIENT");
    desk.awaitBoard(sent.number("sequence"));
  }

  void reports(String stage) throws Exception {
    accepted(
        desk.command(
            "ReportJobStage",
            json(
                "{'incident':%d,'unit':'D%d','stage':'%s'}".formatted(incident, patients, stage))));
  }

  void chosen(String choice) throws Exception {
    accepted(crew.command("ChooseDisposition", body(",'choice':{%s},'saw':0".formatted(choice))));
  }

  TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }

  /** Waits for what the desk is to see of the patient. */
  void await(String words) throws Exception {
    await(words, () -> shown(desk).contains(words));
  }

  /** Waits until a reading of a client says something. */
  void await(TestClient client, String path, String words) throws Exception {
    await(words, () -> client.get(path).text().contains(words));
  }

  /** What is waited for. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Looks again at each word of the stream, and a beat is one. */
  void await(String what, Condition condition) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      for (int i = 0; i < ROUNDS_MAX; i++) {
        if (condition.holds()) {
          return;
        }
        stream.any();
      }
    }
    throw new AssertionError("(%s) did not come.".formatted(what));
  }

  String shown(TestClient client) throws Exception {
    return client.get("/api/areas/WEST_KENT/patients").list("patients").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=" + incident + ","))
        .reduce("", String::concat);
  }

  String body(String rest) {
    return json("{'patient':{'incident':%d,'number':1}%s}".formatted(incident, rest));
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }

  static Answer accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  @Override
  public void close() {
    server.close();
  }
}
