package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: a patient is known from the first call on, to those who take part and as much as they
 * need; and everybody is told when there is something new.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PatientsTest {
  private static final String AREA = "/api/areas/WEST_KENT";
  private static final String OF_PRACTICE_1 = "9990020019";

  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void patient_ofAnOpenCall_isKnownToTheDeskWithThePractice() throws Exception {
    long incident = open(OF_PRACTICE_1);

    assertThat(of(desk, incident))
        .contains("practice=PRACTICE-1", "category=C3", "version=0")
        .doesNotContain("problems=[");
  }

  @Test
  void practice_ofAPatientWhoIsWaiting_seesThatAndNothingThatWasFound() throws Exception {
    TestClient own = member("own", Role.PRACTICE, "PRACTICE-1");
    TestClient other = member("other", Role.PRACTICE, "PRACTICE-2");
    long incident = open(OF_PRACTICE_1);

    assertThat(of(own, incident))
        .contains(OF_PRACTICE_1, "category=C3")
        .doesNotContain("assessment=", "summary=", "choice=");
    assertThat(of(other, incident)).isEmpty();
    assertThat(own.get(AREA + "/incidents/" + incident).status()).isEqualTo(403);
  }

  @Test
  void stream_ofAPractice_tellsOfItsOwnAndShowsNoBoard() throws Exception {
    TestClient own = member("own2", Role.PRACTICE, "PRACTICE-1");
    TestClient other = member("other2", Role.PRACTICE, "PRACTICE-2");
    try (TestClient.Stream seen = own.stream();
        TestClient.Stream unseen = other.stream()) {
      assertThat(seen.next().list("incidents")).isEmpty();
      long incident = open(OF_PRACTICE_1);
      long told = desk.board().number("sequence");

      TestClient.Event event = seen.next();
      // It may first be told of somebody whom another test left behind.
      while (!event.name().equals("patients")
          || !event.list("patients").toString().contains("incident=" + incident)) {
        if (!event.name().equals("patients")) {
          assertThat(event.list("incidents")).isEmpty();
        }
        event = seen.next();
      }
      TestClient.Event notTheirs = unseen.any();
      while (!(notTheirs.name().equals("heartbeat") && notTheirs.number("sequence") >= told)) {
        assertThat(notTheirs.name()).isNotEqualTo("patients");
        notTheirs = unseen.any();
      }
    }
  }

  @Test
  void destinations_ofAKind_areRankedByDriveWithReasons() throws Exception {
    long incident = open(OF_PRACTICE_1);
    String path = AREA + "/patients/" + incident + "/1/destinations";

    Answer found = desk.get(path + "?class=EMERGENCY_DEPARTMENT");

    assertThat(found.list("options").get(0).toString()).contains("driveMillis=", "code=QUICKEST");
    assertThat(found.list("rejected")).isNotEmpty();
    assertThat(desk.get(path).code()).isEqualTo("invalid-query");
    assertThat(desk.get(path + "?class=PUB").text()).contains("class: a kind");
    assertThat(desk.get(AREA + "/patients/" + incident + "/9/destinations").code())
        .isEqualTo("patient-unknown");
    TestClient practice = member("own3", Role.PRACTICE, "PRACTICE-1");
    assertThat(practice.get(path).status()).isEqualTo(403);
  }

  @Test
  void capacity_saidByAHospital_countsWhereAPatientCouldGo() throws Exception {
    TestClient maidstone = member("ed9", Role.HOSPITAL, "MAIDSTONE-ED");
    long incident = open(OF_PRACTICE_1);
    String path = AREA + "/patients/" + incident + "/1/destinations?class=SAME_DAY_EMERGENCY_CARE";

    assertThat(maidstone.post(AREA + "/capacities", Map.of("capacity", "RED")).status())
        .isEqualTo(204);
    assertThat(
            desk.post(AREA + "/capacities", Map.of("capacity", "RED", "service", "MAIDSTONE-UTC"))
                .status())
        .isEqualTo(204);

    assertThat(desk.get(AREA + "/capacities").list("capacities").toString())
        .contains("service=MAIDSTONE-ED, capacity=RED");
    Answer emergency =
        desk.get(AREA + "/patients/" + incident + "/1/destinations?class=EMERGENCY_DEPARTMENT");
    assertThat(option(emergency, "MAIDSTONE-ED")).contains("CAPACITY_RED");
    assertThat(option(emergency, "TUNBRIDGE-WELLS-ED")).contains("CAPACITY_UNKNOWN");
    assertThat(desk.get(path).status()).isEqualTo(200);
    assertThat(desk.post(AREA + "/capacities", Map.of("capacity", "RED")).code())
        .isEqualTo("missing-field");
    assertThat(
            maidstone
                .post(AREA + "/capacities", Map.of("capacity", "RED", "service", "FALLS-RESPONSE"))
                .status())
        .isEqualTo(403);
  }

  private static String option(Answer answer, String service) {
    return answer.list("options").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("service=" + service + ","))
        .reduce("", String::concat);
  }

  @Test
  void reference_namesServicesAndPractices() throws Exception {
    List<?> services = desk.get(AREA + "/reference").list("services");

    assertThat(services.toString())
        .contains("service=PRACTICE-1", "kind=PRACTICE", "service=MAIDSTONE-ED", "kind=HOSPITAL");
  }

  private long open(String nhsNumber) throws Exception {
    Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"Fall","patients":[{"nhsNumber":"%s","unidentified":false}]},
             "category":"C3","place":{"lat":51.1932,"lon":0.3028}}"""
                .formatted(nhsNumber));
    assertThat(opened.status()).as(opened.text()).isEqualTo(200);
    desk.awaitBoard(opened.number("sequence"));
    return opened.number("incident");
  }

  private TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }

  private static String of(TestClient client, long incident) throws Exception {
    return client.get(AREA + "/patients").list("patients").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=" + incident + ","))
        .reduce("", String::concat);
  }
}
