package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Route;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: a virtual crew does what the board says, step after step, and survives its changes. */
class CrewTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
  private static final Instant SHIFT_END = NINE.plus(Duration.ofHours(9));
  private static final GeoPoint BASE = new GeoPoint(51.18, 0.28);
  private static final String JOBS = ",\"jobs\":[{\"unit\":\"A101\"}]";
  private static final int STEPS_MAX = 20_000;

  private final Fleet fleet =
      new Fleet(
          List.of(
              new Station("Here", "BASE", BASE),
              new Station("General", "HOSPITAL", new GeoPoint(51.27, 0.48))),
          List.of(),
          Map.of("GENERAL-ED", new GeoPoint(51.27, 0.48)),
          Map.of());
  private final PlayedCare patients = new PlayedCare(ReferralState.ACCEPTED);
  private Instant now = NINE;
  private long sequence = 10;

  @Test
  void act_notOnBoard_signsOnOnce() {
    Crew crew = crew(1, true);

    Order order = crew.act(Boards.of(10, "", ""), patients, now).orElseThrow();

    assertThat(order.command()).isEqualTo("SignOnUnit");
    assertThat(crew.act(Boards.of(10, "", ""), patients, now)).isEmpty();
  }

  @Test
  void act_answeredButBoardBehind_waits() {
    Crew crew = crew(1, true);
    assertThat(crew.act(Boards.of(10, "", ""), patients, now)).isPresent();
    crew.answered(Boards.accepted(12), now);

    assertThat(crew.act(Boards.of(11, "", ""), patients, now)).isEmpty();
  }

  @Test
  void act_patientForHospital_isTakenThereAndSignedFor() {
    assertThat(stages(crew(seedThat(Disposition.ACUTE), true)))
        .containsExactly(
            "ACKNOWLEDGED",
            "MOBILE",
            "AT_SCENE",
            "AT_PATIENT",
            "LEFT_SCENE",
            "AT_DESTINATION",
            "HANDED_OVER",
            "CLEAR");
    assertThat(patients.orders)
        .containsExactly("RecordAssessment", "ChooseDisposition", "SignHandover");
  }

  @Test
  void act_patientForTheCommunity_isTakenOnBeforeTheCrewLeaves() {
    assertThat(stages(crew(seedThat(Disposition.COMMUNITY), true))).endsWith("AT_PATIENT", "CLEAR");
    assertThat(patients.orders)
        .containsExactly("RecordAssessment", "ChooseDisposition", "OfferReferral", "SignHandover");
  }

  @Test
  void act_everyServiceDeclines_keepsThePatientAtHome() {
    PlayedCare declining = new PlayedCare(ReferralState.REFUSED);

    assertThat(stages(crew(seedThat(Disposition.COMMUNITY), true), declining))
        .endsWith("AT_PATIENT", "CLEAR");
    assertThat(declining.orders)
        .containsExactly(
            "RecordAssessment",
            "ChooseDisposition",
            "OfferReferral",
            "ChooseDisposition",
            "SignHandover");
  }

  @Test
  void act_patientAtHome_isSignedForAndLeft() {
    assertThat(stages(crew(seedThat(Disposition.TREAT_AT_SCENE), false)))
        .endsWith("AT_PATIENT", "CLEAR");
    assertThat(patients.orders)
        .containsExactly("RecordAssessment", "ChooseDisposition", "SignHandover");
  }

  @Test
  void act_carWithAPatientForHospital_waitsForAnAmbulance() {
    assertThat(stages(crew(seedThat(Disposition.ACUTE), false))).endsWith("AT_PATIENT");
  }

  @Test
  void at_mobile_movesToTheScene() {
    Crew crew = crew(1, true);
    assertThat(crew.act(board("MOBILE"), patients, now)).isEmpty();

    assertThat(crew.isMoving(now.plusSeconds(1))).isTrue();
    assertThat(crew.at(now.plusSeconds(10))).isNotEqualTo(BASE);
    assertThat(crew.at(now.plusSeconds(61))).isEqualTo(new GeoPoint(51.20, 0.30));
  }

  @Test
  void act_toldToStandBy_drivesThereAndStays() {
    Crew crew = crew(1, true);
    String posted =
        Boards.unit(
            SHIFT_END,
            ",\"duty\":{\"posting\":{\"station\":\"General\",\"at\":\"%s\"}}".formatted(NINE));

    var unused = crew.act(Boards.of(sequence, "", posted), patients, now);

    assertThat(crew.isMoving(now.plusSeconds(1))).isTrue();
    assertThat(crew.at(now.plus(Duration.ofMinutes(30)))).isEqualTo(new GeoPoint(51.27, 0.48));
  }

  @Test
  void act_breakGivenByTheDesk_endsByItself() {
    Crew crew = crew(1, true);
    BoardMirror onBreak =
        Boards.of(sequence, "", Boards.unit(SHIFT_END, ",\"unavailable\":\"BREAK\""));
    var unused = crew.act(Boards.of(sequence, "", Boards.free(SHIFT_END)), patients, now);
    assertThat(crew.act(onBreak, patients, now)).isEmpty();

    Order order = crew.act(onBreak, patients, now.plus(Duration.ofMinutes(31))).orElseThrow();

    assertThat(order.command()).isEqualTo("MakeUnitAvailable");
  }

  @Test
  void act_stoodDownOnTheWay_turnsBackFromWhereItIs() {
    Crew crew = crew(1, true);
    assertThat(crew.act(board("MOBILE"), patients, now)).isEmpty();
    now = now.plusSeconds(30);
    GeoPoint turned = crew.at(now);

    var unused = crew.act(Boards.of(sequence, "", Boards.free(SHIFT_END)), patients, now);

    assertThat(crew.at(now)).isEqualTo(turned);
    assertThat(crew.at(now.plus(Duration.ofMinutes(30)))).isEqualTo(BASE);
  }

  @Test
  void act_deskReportedAStage_goesOnFromThere() {
    Crew crew = crew(1, false);
    assertThat(crew.act(board("ALLOCATED"), patients, now)).isEmpty();
    assertThat(crew.act(board("AT_PATIENT"), patients, now)).isEmpty();
    now = now.plus(Duration.ofHours(1));

    Order order = crew.act(board("AT_PATIENT"), patients, now).orElseThrow();

    assertThat(order.command()).isEqualTo("RecordAssessment");
  }

  @Test
  void act_placeUnknown_doesNotSetOff() {
    Crew crew = crew(1, true);
    String placeless = Boards.incident("C2", JOBS).replace("\"place\"", "\"noPlace\"");
    String unit = Boards.onJob(SHIFT_END, "ACKNOWLEDGED");
    assertThat(crew.act(Boards.of(10, placeless, unit), patients, now)).isEmpty();
    now = now.plus(Duration.ofHours(1));

    assertThat(crew.act(Boards.of(10, placeless, unit), patients, now)).isEmpty();
  }

  @Test
  void act_refused_looksAgainLater() {
    Crew crew = crew(1, true);
    assertThat(crew.act(Boards.of(10, "", ""), patients, now)).isPresent();
    crew.answered(new Outcome(409, "{\"code\":\"unit-already-signed-on\"}"), now);

    assertThat(crew.act(Boards.of(10, "", ""), patients, now.plusSeconds(1))).isEmpty();
    assertThat(crew.act(Boards.of(10, "", ""), patients, now.plusSeconds(5))).isPresent();
  }

  @Test
  void act_shiftOver_signsOff() {
    Crew crew = crew(1, true);

    Order order = crew.act(Boards.of(10, "", Boards.free(NINE)), patients, now).orElseThrow();

    assertThat(order.command()).isEqualTo("SignOffUnit");
  }

  /** Plays the board: what the crew reports is the stage of its job in the next look. */
  private List<String> stages(Crew crew) {
    return stages(crew, patients);
  }

  private List<String> stages(Crew crew, PlayedCare patients) {
    List<String> reported = new ArrayList<>();
    String stage = "ALLOCATED";
    for (int step = 0; step < STEPS_MAX && !stage.equals("CLEAR"); step++) {
      Optional<Order> order = crew.act(board(stage), patients, now);
      if (order.isPresent()) {
        if (order.get().command().equals("ReportJobStage")) {
          stage = String.valueOf(order.get().body().get("stage"));
          reported.add(stage);
        } else {
          patients.take(order.get());
        }
        if (stage.equals("AT_DESTINATION")) {
          patients.receive();
        }
        crew.answered(Boards.accepted(++sequence), now);
      }
      now = now.plusMillis(500);
    }
    return reported;
  }

  private BoardMirror board(String stage) {
    return Boards.of(sequence, Boards.incident("C2", JOBS), Boards.onJob(SHIFT_END, stage));
  }

  /** A seed by which the first patient's care happens there. */
  private static long seedThat(Disposition disposition) {
    for (long seed = 1; seed < 1_000; seed++) {
      Course course = Course.draw(Category.C2, Chance.of(seed, "clinical"));
      if (course.disposition() == disposition) {
        return seed;
      }
    }
    throw new AssertionError("No such seed.");
  }

  private Crew crew(long seed, boolean conveys) {
    Fleet.Vehicle vehicle =
        new Fleet.Vehicle(
            "A101",
            UnitKind.AMBULANCE,
            conveys ? List.of(Capability.CONVEYANCE) : List.of(Capability.ASSESSMENT),
            "Here");
    Ways tenMinutes = (from, to, mode) -> Optional.of(new Route(List.of(from, to), 600_000, 5_000));
    Driving driving = new Driving(vehicle.kind(), fleet, BASE, BASE, tenMinutes, 10);
    return new Crew(
        vehicle, driving, new JobTimes(10), Chance.of(seed, "crew"), Chance.of(seed, "clinical"));
  }
}
