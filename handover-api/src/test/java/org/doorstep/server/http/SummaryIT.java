package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.http.HostileRecords.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: whatever a record service does, the summary says in words what it has done, shows
 * nothing of anybody else, keeps the last good copy with its age, and holds nobody up.
 */
@Timeout(600)
class SummaryIT {
  private static final String AREA = "/api/areas/WEST_KENT";
  private static final int AGE = 59;

  /** Long enough for a busy machine to hear those that do answer. */
  private static final int TIMEOUT_MILLIS = 3_000;

  /** What the service does, how the summary then stands, and why. */
  private static final List<String> FAULTS =
      List.of(
          "HANGS UNAVAILABLE TIMED_OUT",
          "DRIPS UNAVAILABLE TIMED_OUT",
          "EVERYTHING_HANGS UNAVAILABLE TIMED_OUT",
          "ENDLESS MALFORMED TOO_LARGE",
          "BREAKS_OFF UNAVAILABLE CUT_OFF",
          "REDIRECTS UNAVAILABLE REDIRECTED",
          "REFUSES UNAVAILABLE REFUSED",
          "FAILS UNAVAILABLE SERVER_FAULT",
          "WEB_PAGE MALFORMED NOT_JSON",
          "XML MALFORMED NOT_JSON",
          "BROKEN_JSON MALFORMED UNREADABLE",
          "OUTCOME MALFORMED OUTCOME_INSTEAD",
          "WRONG_RESOURCE MALFORMED WRONG_RESOURCE",
          "ANOTHER_PATIENT MISMATCH ANOTHER_PATIENT",
          "ANOTHERS_RESOURCE MISMATCH ANOTHER_PATIENT",
          "SEARCHES_WITH_ANOTHER MISMATCH ANOTHER_PATIENT",
          "TWO_PATIENTS MISMATCH TWO_PATIENTS",
          "ANOTHERS_BIRTH_DATE MISMATCH BIRTH_DATE_DIFFERS",
          "NOBODY UNKNOWN_PATIENT UNKNOWN_PATIENT");

  private HostileRecords records;
  private Path folder;
  private TestServer server;
  private TestClient desk;
  private int numbers;

  @BeforeEach
  void start() throws Exception {
    records = new HostileRecords();
    folder = TestServer.freshFolder();
    open(TIMEOUT_MILLIS);
  }

  private void open(int timeoutMillis) throws Exception {
    server =
        TestServer.start(
            Clock.systemUTC(),
            folder,
            Map.of(
                "records",
                Map.of(
                    "base-url",
                    records.base(),
                    "timeout-millis",
                    timeoutMillis,
                    "fresh-seconds",
                    0)));
    desk = server.client("desk1");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    records.close();
  }

  @Test
  void service_whateverItDoes_isNamedAndNothingOfItIsShownOrKept() throws Exception {
    for (String row : FAULTS) {
      List<String> cells = List.of(row.split(" ", -1));
      String stranger = patient(number());
      String known = patient(number());
      records.behave(Behaviour.GOOD);
      assertThat(state(known)).as(row).isEqualTo("FRESH");
      records.behave(Behaviour.valueOf(cells.get(0)));

      Answer nothing = summary(stranger);
      assertThat(nothing.json()).as(row).containsEntry("state", cells.get(1));
      assertThat(fault(nothing)).as(row).isEqualTo(cells.get(2));
      assertThat(nothing.text()).as(row).doesNotContain("Lies", "\"plans\"", "\"patient\"");

      Answer copy = summary(known);
      assertThat(copy.json()).as(row).containsEntry("state", "CACHED").containsKey("ageSeconds");
      assertThat(fault(copy)).as(row).isEqualTo(cells.get(2));
      assertThat(copy.text()).as(row).contains("Lies", "DNACPR");
    }
    assertThat(new TestClient(server.address()).get("/health/metrics").text())
        .contains("doorstep_patient_summary_faults_total{fault=\"TWO_PATIENTS\"} 2")
        .containsPattern("fault=\"ANOTHER_PATIENT\"\\} 6")
        .doesNotContain("999");
  }

  @Test
  void service_withoutEverything_isSearchedKindByKind() throws Exception {
    records.behave(Behaviour.SEARCHES_ONLY);
    Answer answer = summary(patient(number()));

    assertThat(answer.json()).containsEntry("state", "FRESH");
    assertThat(section(answer, "allergies")).contains("Lies");
    assertThat(section(answer, "plans")).contains("DNACPR");
    assertThat(section(answer, "medicines")).contains("NOTHING_RECEIVED").doesNotContain("fault");
    assertThat(records.asked()).as("No secret of ours.").noneMatch(line -> line.startsWith("auth"));
    assertThat(records.asked())
        .filteredOn(line -> line.contains("patient=p"))
        .hasSize(9)
        .allSatisfy(line -> assertThat(line).startsWith("GET /fhir/"));
  }

  @Test
  void service_oneSectionFails_keepsTheOthersAndSaysThatThisIsNotNone() throws Exception {
    records.behave(Behaviour.SEARCHES_WITHOUT_ALLERGIES);
    String patient = patient(number());
    Answer answer = summary(patient);

    assertThat(answer.json()).containsEntry("state", "FRESH");
    assertThat(section(answer, "allergies")).contains("NOTHING_RECEIVED", "SERVER_FAULT");
    assertThat(section(answer, "plans")).contains("DNACPR").doesNotContain("SERVER_FAULT");
    records.behave(Behaviour.HANGS);
    assertThat(state(patient)).as("Half an answer is no copy.").isEqualTo("UNAVAILABLE");
  }

  @Test
  void pages_foreignOrWithoutEnd_areNotFollowedForEver() throws Exception {
    records.behave(Behaviour.FOREIGN_PAGE);
    assertThat(section(summary(patient(number())), "plans")).contains("DNACPR", "FOREIGN_PAGE");

    records.behave(Behaviour.PAGES_WITHOUT_END);
    Answer endless = summary(patient(number()));
    assertThat(section(endless, "allergies")).contains("Lies", "TOO_MANY_PAGES");
    assertThat(records.asked()).filteredOn(line -> line.contains("?more")).hasSize(4);
  }

  @Test
  void numbers_missingOrWrong_areNotAskedFor() throws Exception {
    assertThat(state(patient(""))).isEqualTo("NO_NUMBER");
    Answer wrong = summary(patient("9990020018"));

    assertThat(wrong.json()).containsEntry("state", "NO_NUMBER");
    assertThat(wrong.text()).contains("fails its check digit");
    assertThat(records.asked()).isEmpty();
  }

  @Test
  void copy_afterARestart_isStillThereForThatNumberAlone() throws Exception {
    String known = patient(number());
    String stranger = patient(number());
    assertThat(state(known)).isEqualTo("FRESH");
    server.close();
    records.close();
    open(TIMEOUT_MILLIS);

    Answer copy = summary(known);
    assertThat(copy.json()).containsEntry("state", "CACHED");
    assertThat(fault(copy)).isEqualTo("NO_CONNECTION");
    assertThat(copy.text()).contains("Lies");
    assertThat(state(stranger)).isEqualTo("UNAVAILABLE");
  }

  /** The order counts, not the clock: the others have their answer while this one waits. */
  @Test
  void service_hangs_holdsUpNeitherAssessmentNorDestinations() throws Exception {
    server.close();
    open(10_000);
    desk.signOn("A1");
    String patient = patient(number());
    reach(patient.split("/", -1)[0]);
    records.behave(Behaviour.HANGS);
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return summary(patient);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (records.asked().isEmpty()) {
      Thread.onSpinWait();
    }
    long began = System.nanoTime();
    Answer assessed =
        desk.command(
            "RecordAssessment",
            """
            {"patient":{"incident":%s,"number":1},"assessment":{"patient":{"ageYears":59},
             "observations":[],"findings":{"present":[],"absent":[]}}}"""
                .formatted(patient.split("/", -1)[0]));
    assertThat(assessed.status()).as(assessed.text()).isEqualTo(200);
    desk.awaitBoard(assessed.number("sequence"));
    Answer destinations = desk.get(AREA + "/patients/" + patient + "/destinations");
    System.out.printf(
        "Assessment and destinations while the record service hangs: %d ms%n",
        (System.nanoTime() - began) / 1_000_000);

    assertThat(destinations.status()).isEqualTo(200);
    assertThat(waiting).isNotDone();
    records.close();
    assertThat(waiting.get().json()).containsEntry("state", "UNAVAILABLE");
  }

  /** A crew comes to the patient; a newer version of the incident is looked at again. */
  private void reach(String incident) throws Exception {
    Answer sent = new Answer(409, "", "");
    for (int version = 1; version <= 9 && sent.status() == 409; version++) {
      sent =
          desk.command(
              "AssignUnit",
              "{\"incident\":%s,\"unit\":\"A1\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":%d,\"unit\":1}}"
                  .formatted(incident, version));
    }
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    Answer there =
        desk.command(
            "ReportJobStage",
            "{\"incident\":%s,\"unit\":\"A1\",\"stage\":\"AT_PATIENT\"}".formatted(incident));
    assertThat(there.status()).as(there.text()).isEqualTo(200);
    desk.awaitBoard(there.number("sequence"));
  }

  private String number() {
    while (true) {
      String nine = "99955%04d".formatted(numbers++);
      for (int digit = 0; digit < 10; digit++) {
        if (NhsNumber.isValid(nine + digit)) {
          return nine + digit;
        }
      }
    }
  }

  /** Opens an incident with a patient of that number, and says how the patient is named. */
  private String patient(String number) throws Exception {
    String told = number.isEmpty() ? "" : "\"nhsNumber\":\"%s\",".formatted(number);
    Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"Fall","patients":[{%s"ageYears":%d,"unidentified":false}]},
             "category":"C3","place":{"lat":51.1932,"lon":0.3028,"label":"Row Street"}}"""
                .formatted(told, AGE));
    desk.awaitBoard(opened.number("sequence"));
    return opened.number("incident") + "/1";
  }

  private Answer summary(String patient) throws Exception {
    return desk.get(AREA + "/patients/" + patient + "/summary");
  }

  private String state(String patient) throws Exception {
    return String.valueOf(summary(patient).json().get("state"));
  }

  private static String fault(Answer answer) {
    return answer.json().get("fault") instanceof Map<?, ?> fault
        ? String.valueOf(fault.get("code"))
        : "";
  }

  private static String section(Answer answer, String name) {
    return String.valueOf(answer.json().get(name));
  }
}
