package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.server.launch.CareStand.accepted;

import java.time.Instant;
import java.util.Map;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: the practice where a patient is registered says what helps the way home, from the moment
 * at which it sees that its patient is in our hands; whoever cares for the patient reads it, and to
 * any other practice the patient does not exist.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ReturnHomeTest {
  /** Registered with PRACTICE-1. */
  private static final String PATIENT = "9990020027";

  private static final String NOTE = ",'words':{'summary':'A carer comes at 8 and at 18.'}";

  private CareStand stand;
  private TestClient practice;
  private TestClient other;
  private TestClient hospital;

  @BeforeAll
  void start() throws Exception {
    stand = new CareStand(new MovableClock(Instant.parse("2026-11-25T10:00:00Z")), Map.of());
    practice = stand.member("gp-1", Role.PRACTICE, "PRACTICE-1");
    other = stand.member("gp-2", Role.PRACTICE, "PRACTICE-2");
    hospital = stand.member("ed-1", Role.HOSPITAL, "MAIDSTONE-ED");
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @BeforeEach
  void crewIsWithPatient() throws Exception {
    stand.nextPatient(PATIENT);
  }

  @Test
  void word_ofThePractice_isReadByAllWhoCareAndByNobodyElse() throws Exception {
    note(practice);
    stand.await("A carer comes at 8");
    stand.chosen("'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'OTHER'");
    stand.await("destination=MAIDSTONE-ED");

    assertThat(stand.shown(stand.crew())).contains("A carer comes at 8", "by=user:gp-1");
    assertThat(stand.shown(stand.hub())).contains("A carer comes at 8");
    assertThat(stand.shown(hospital)).contains("A carer comes at 8");
    assertThat(stand.shown(other)).isEmpty();
    assertThat(stand.shown(practice))
        .contains("A carer comes at 8")
        .doesNotContain("MAIDSTONE-ED", "assessed");
  }

  @Test
  void words_ofTheWayHome_areNotInTheHistory() throws Exception {
    note(practice);

    assertThat(stand.desk().get("/api/areas/WEST_KENT/incidents/" + stand.incident()).text())
        .contains("ReturnHomeNoted")
        .doesNotContain("A carer comes");
  }

  @Test
  void word_ofAnotherPractice_findsNobody() throws Exception {
    Answer refused = other.command("NoteReturnHome", stand.body(NOTE));

    assertThat(refused.code()).isEqualTo("patient-unknown");
    assertThat(stand.shown(stand.desk())).doesNotContain("A carer comes");
  }

  @Test
  void word_ofSomebodyWhoNeverWas_findsNobody() throws Exception {
    assertThat(
            practice
                .command(
                    "NoteReturnHome",
                    CareStand.json(
                        "{'patient':{'incident':%d,'number':7}%s}"
                            .formatted(stand.incident(), NOTE)))
                .code())
        .isEqualTo("patient-unknown");
  }

  @Test
  void word_thatIsEmpty_isRefusedAtItsPlace() throws Exception {
    Answer refused = practice.command("NoteReturnHome", stand.body(",'words':{'summary':' '}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("/words/summary");
  }

  @Test
  void word_ofWhoeverHasNoPart_isForbidden() throws Exception {
    assertThat(hospital.command("NoteReturnHome", stand.body(NOTE)).status()).isEqualTo(403);
    assertThat(stand.crew().command("NoteReturnHome", stand.body(NOTE)).status()).isEqualTo(403);
  }

  @Test
  void hub_onTheTelephone_writesItForThePractice() throws Exception {
    note(stand.hub());

    stand.await("by=user:hub1");
    assertThat(stand.shown(practice)).contains("A carer comes at 8");
  }

  private void note(TestClient by) throws Exception {
    accepted(by.command("NoteReturnHome", stand.body(NOTE)));
  }
}
