package org.doorstep.server.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyEnded;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.server.WrittenLog;
import org.doorstep.simulator.report.Recontact;
import org.doorstep.simulator.report.Recontact.Known;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: what became of patients is known by the time of the log; the same person by a keyed
 * digest, whom nobody can tell is unknown, and who is erased is gone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class OutcomeProjectionTest {
  private static final String ANNA = "9990000018";
  private static final String BEN = "9990000026";

  private OutcomeDatabase kept;
  private WrittenLog written;

  @BeforeAll
  void open() throws Exception {
    kept = new OutcomeDatabase();
  }

  @AfterAll
  void close() {
    kept.close();
  }

  @BeforeEach
  void empty() throws Exception {
    written = kept.empty();
  }

  private OutcomeStore followed() throws Exception {
    return kept.followed();
  }

  private static PatientId first(long incident) {
    return new PatientId(new IncidentId(incident), 1);
  }

  /** The time of the log goes on; nothing about a patient happens. */
  private void later(String at) throws Exception {
    written.add(at, new EmergencyEnded(new UnitId("A9")));
  }

  @Test
  void recontact_samePersonTwelveHoursLaterAndTakenToEd_isYes() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-06T22:00:00Z", Category.C2, "999 000 0018");
    written.care(2, "2026-07-06T22:30:00Z", "R2", Optional.of("MAIDSTONE-ED"));

    assertThat(followed().recontact(first(1)))
        .isEqualTo(new Recontact(Known.YES, Known.YES, Known.YES));
    assertThat(followed().recontact(first(2)))
        .isEqualTo(new Recontact(Known.TOO_EARLY, Known.TOO_EARLY, Known.TOO_EARLY));
  }

  @Test
  void recontact_atTheEdgeOfTheWindow_countsFromWhenTheCrewWasGone() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-07T10:00:01Z", Category.C3, ANNA);
    written.add(
        "2026-07-07T10:01:00Z", new IncidentClosed(new IncidentId(2), CloseReason.CALLED_OFF));
    later("2026-07-20T00:00:00Z");

    assertThat(followed().recontact(first(1)))
        .as("a day and a second after ten o'clock")
        .isEqualTo(new Recontact(Known.NO, Known.YES, Known.NO));
  }

  @Test
  void recontact_duplicateOrSomebodyElse_isNo() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-06T11:00:00Z", Category.C3, BEN);
    written.open(3, "2026-07-06T11:05:00Z", Category.C3, ANNA);
    written.add(
        "2026-07-06T11:06:00Z", new IncidentClosed(new IncidentId(3), CloseReason.DUPLICATE));
    later("2026-07-20T00:00:00Z");

    assertThat(followed().recontact(first(1)))
        .isEqualTo(new Recontact(Known.NO, Known.NO, Known.NO));
  }

  @Test
  void recontact_ofSomebodyWhoBecameKnownLater_isTheSamePerson() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, "");
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-06T22:00:00Z", Category.C2, ANNA);
    written.care(2, "2026-07-06T22:30:00Z", "R2", Optional.of("MAIDSTONE-ED"));
    later("2026-07-20T00:00:00Z");
    assertThat(followed().recontact(first(1)).within24Hours()).isEqualTo(Known.UNKNOWN);

    written.identify("2026-07-20T09:00:00Z", first(1), ANNA);
    assertThat(followed().recontact(first(1)).within24Hours()).isEqualTo(Known.YES);
  }

  @Test
  void recontact_noNumberOrOneThatDoesNotFit_isUnknownAndNeverNo() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, "");
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-06T08:00:00Z", Category.C3, "9990000019");
    written.care(2, "2026-07-06T10:00:00Z", "R1", Optional.empty());
    later("2026-07-20T00:00:00Z");

    OutcomeStore outcomes = followed();

    assertThat(outcomes.recontact(first(1))).isEqualTo(Recontact.UNKNOWN);
    assertThat(outcomes.recontact(first(2))).isEqualTo(Recontact.UNKNOWN);
    RuleOutcome row = outcomes.rules(Instant.EPOCH).get(0);
    assertThat(row.notConveyed()).contains(2L);
    assertThat(row.returned().unknown()).contains(2L);
    assertThat(row.returned().within72Hours()).contains(0L);
  }

  @Test
  void rules_ofThoseNotConveyed_sayHowManyCameBack() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    written.open(2, "2026-07-06T10:00:00Z", Category.C3, BEN);
    written.care(2, "2026-07-06T11:00:00Z", "R1", Optional.of("MAIDSTONE-ED"));
    written.open(3, "2026-07-07T08:00:00Z", Category.C3, ANNA);
    written.care(3, "2026-07-07T09:00:00Z", "R2", Optional.empty());
    later("2026-07-20T00:00:00Z");

    assertThat(followed().rules(Instant.EPOCH))
        .extracting(
            each ->
                "%s %s %d %d %d"
                    .formatted(
                        each.rule(),
                        each.version(),
                        each.patients().orElseThrow(),
                        each.notConveyed().orElseThrow(),
                        each.returned().within24Hours().orElseThrow()))
        .containsExactly("R1 1.0 2 1 1", "R2 1.0 1 1 0");
  }

  @Test
  void rules_sevenDaysNotOver_areTooEarlyThoughThreeAre() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    later("2026-07-10T00:00:00Z");

    RuleOutcome.Returned returned = followed().rules(Instant.EPOCH).get(0).returned();
    assertThat(returned.edWithin7Days()).contains(0L);
    assertThat(returned.tooEarly()).contains(1L);
  }

  @Test
  void mine_ofTheCrewThatChose_isItsOwnAndNobodyElses() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());

    OutcomeStore outcomes = followed();

    assertThat(outcomes.mine(WrittenLog.CREW, Instant.EPOCH))
        .singleElement()
        .satisfies(
            own -> {
              assertThat(own.category()).isEqualTo("C3");
              assertThat(own.chosen().disposition()).contains("TREAT_AT_SCENE");
              assertThat(own.rules())
                  .containsExactly(new OwnOutcome.Rule("minimum-level-of-care", "1.0", "R1"));
              assertThat(own.after().within24Hours()).isEqualTo(Known.TOO_EARLY);
            });
    assertThat(outcomes.mine(org.doorstep.dispatch.model.Actor.user("crew.b2"), Instant.EPOCH))
        .isEmpty();
  }

  @Test
  void erased_patientOrCall_isGoneAtOnceAndDoesNotComeBack() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.care(1, "2026-07-06T09:00:00Z", "R1", Optional.empty());
    RecordId call = written.open(2, "2026-07-06T22:00:00Z", Category.C3, ANNA);
    written.care(2, "2026-07-06T23:00:00Z", "R1", Optional.empty());
    later("2026-07-20T00:00:00Z");
    OutcomeStore outcomes = followed();
    assertThat(outcomes.recontact(first(1)).within24Hours()).isEqualTo(Known.YES);

    kept.record().erase(call);
    assertThat(outcomes.recontact(first(1)).within24Hours()).isEqualTo(Known.NO);
    assertThat(outcomes.mine(WrittenLog.CREW, Instant.EPOCH)).hasSize(1);

    kept.record().erase(WrittenLog.AREA, first(1));
    assertThat(outcomes.mine(WrittenLog.CREW, Instant.EPOCH)).isEmpty();
    kept.projection().forgetErased();
    assertThat(kept.count("select count(*) from outcome.patient")).isZero();
    kept.run("truncate outcome.projection, outcome.patient cascade");
    assertThat(followed().mine(WrittenLog.CREW, Instant.EPOCH)).isEmpty();
  }

  @Test
  void person_inTheTable_isNoNumberAndNoPlainHashOfIt() throws Exception {
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    followed();

    String person = kept.text("select person from outcome.patient");
    byte[] plain =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(ANNA.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(person)
        .hasSize(64)
        .doesNotContain(ANNA)
        .isNotEqualTo(java.util.HexFormat.of().formatHex(plain))
        .isEqualTo(kept.record().personDigest(ANNA));
  }

  @Test
  void unmet_refusedAndUnanswered_areCountedByHourOfTheWeekWithWhatFollowed() throws Exception {
    // A Monday, ten o'clock in an English summer.
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, ANNA);
    written.add(
        "2026-07-06T08:30:00Z",
        new AssessmentRecorded(first(1), WrittenLog.call(1), WrittenLog.proposal("R1")));
    offer(1, "2026-07-06T09:00:00Z");
    written.add("2026-07-06T09:10:00Z", refusal(1));
    offer(2, "2026-07-06T09:15:00Z");
    written.add("2026-07-06T09:30:00Z", new ReferralExpired(first(1), 2));
    written.care(1, "2026-07-06T09:40:00Z", "R1", Optional.of("MAIDSTONE-ED"));

    assertThat(followed().unmet(Instant.EPOCH, "Europe/London"))
        .extracting(
            need ->
                "%s %s %s %d %d %d %d"
                    .formatted(
                        need.what().kind(),
                        need.what().service().orElse("-"),
                        need.what().reason().orElse("-"),
                        need.weekday(),
                        need.hour(),
                        need.times(),
                        need.toEd()))
        .containsExactly("EXPIRED UCR-TEAM - 1 10 1 1", "REFUSED UCR-TEAM NO_CAPACITY 1 10 1 1");
  }

  private void offer(int number, String at) throws Exception {
    written.add(
        at,
        new ReferralOffered(
            first(1),
            number,
            new ServiceId("UCR-TEAM"),
            new ReferralPlan(List.of(), 600, WrittenLog.call(1)),
            Instant.parse(at).plusSeconds(600)));
  }

  private static ReferralAnswered refusal(int number) {
    return new ReferralAnswered(
        first(1),
        number,
        new ReferralAnswer(
            ReferralAnswer.Kind.REFUSED,
            Optional.of(ReferralRefusal.NO_CAPACITY),
            Optional.empty()),
        Instant.parse("2026-07-06T09:10:00Z"));
  }

  @Test
  void suppressed_smallNumbersAndWhatWouldTellThem_areLeftOut() {
    RuleOutcome shown =
        new RuleOutcome(
                "t",
                "1",
                "R1",
                Optional.of(40L),
                Optional.of(20L),
                new RuleOutcome.Returned(
                    Optional.of(4L),
                    Optional.of(6L),
                    Optional.of(0L),
                    Optional.of(5L),
                    Optional.of(17L)))
            .suppressed();

    assertThat(shown.patients()).contains(40L);
    assertThat(shown.notConveyed()).contains(20L);
    assertThat(shown.returned())
        .isEqualTo(
            new RuleOutcome.Returned(
                Optional.empty(),
                Optional.of(6L),
                Optional.of(0L),
                Optional.of(5L),
                Optional.empty()));
  }
}
