package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.AutomaticHold;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the area sends to C1 by itself, and says why it leaves one to a person; what is most
 * lasting is said first.
 */
class AutomaticDispatchTest {
  private static final TravelQuote ESTIMATED = new TravelQuote(new UnitId("A1"), 60_000, true, 5);
  private static final TravelQuote FAR = drive("A1", 31 * 60_000);
  private static final int PER_MINUTE_MAX = 6;

  private final World world = new World(AutomaticTown.model());

  AutomaticDispatchTest() {
    signOn("A1");
  }

  @Test
  void c1_capableUnitNear_isSentByTheRuleAndSaysSo() {
    IncidentId incident = world.open(Category.C1);

    UnitAssigned sent = (UnitAssigned) answer(incident, drive("A1", 60_000)).orElseThrow();

    assertThat(sent.by()).contains(Assigner.AREA_RULE);
    assertThat(sent.recommendation()).contains(1L);
    assertThat(sent.override()).isEmpty();
    assertThat(world.engine().view().fleet().automatic()).containsExactly(world.now());
  }

  @Test
  void c2_isLeftToAPersonWithoutAWord() {
    IncidentId incident = world.open(Category.C2);

    assertThat(answer(incident, drive("A1", 60_000))).isEmpty();
    assertThat(hold(incident)).isEmpty();
  }

  @Test
  void c1_thatLacksNothing_getsNoMore() {
    signOn("A2");
    IncidentId incident = world.open(Category.C1);
    var unused = answer(incident, drive("A1", 60_000));
    world.offer(new RequestRecommendation(world.head(), incident));

    assertThat(answer(incident, drive("A2", 60_000))).isEmpty();
  }

  @Test
  void c1_thatWouldTakeAnothersUnit_isHeldBeforeAnythingElse() {
    IncidentId other = world.open(Category.C3);
    world.send(other, "A1");
    IncidentId incident = world.open(Category.C1);
    loseTwice(incident);
    OtherDrives left = new OtherDrives(other, -1, List.of(drive("A1", 1_200_000)));

    var unused = answer(incident, new AreaPicture(-1, List.of(), List.of(left)), ESTIMATED);

    assertThat(hold(incident)).contains(AutomaticHold.DIVERT);
    assertThat(latest(incident).candidates().get(0).divertsFrom()).contains(other);
  }

  @Test
  void c1_thatHasLostItsUnitTwice_isHeldBeforeTheDriveIsLookedAt() {
    IncidentId incident = world.open(Category.C1);
    loseTwice(incident);

    var unused = answer(incident, ESTIMATED);

    assertThat(hold(incident)).contains(AutomaticHold.CHURN);
  }

  @Test
  void c1_withAnEstimatedDrive_isHeldBeforeItsLength() {
    IncidentId incident = world.open(Category.C1);

    var unused = answer(incident, new TravelQuote(new UnitId("A1"), FAR.driveMillis(), true, 5));

    assertThat(hold(incident)).contains(AutomaticHold.DOUBTFUL_DRIVE);
    assertThat(latest(incident).policy()).startsWith("closest-capable/");
  }

  @Test
  void c1_withAnOldPosition_isHeld() {
    IncidentId incident = world.open(Category.C1);

    var unused = answer(incident, new TravelQuote(new UnitId("A1"), 60_000, false, 121));

    assertThat(hold(incident)).contains(AutomaticHold.DOUBTFUL_DRIVE);
  }

  @Test
  void c1_farAway_isHeldBeforeTheRate() {
    sendAsManyAsAllowed();
    IncidentId incident = world.open(Category.C1);

    var unused = answer(incident, FAR);

    assertThat(hold(incident)).contains(AutomaticHold.DISTANCE);
  }

  @Test
  void c1_oneMoreThanAMinuteAllows_isHeldAndAMinuteLaterIsSent() {
    sendAsManyAsAllowed();
    IncidentId incident = world.open(Category.C1);
    var unused = answer(incident, drive("A1", 60_000));
    assertThat(hold(incident)).contains(AutomaticHold.RATE);

    world.after(60).offer(new RequestRecommendation(world.head(), incident));

    assertThat(answer(incident, drive("A1", 60_000))).isPresent();
  }

  private void sendAsManyAsAllowed() {
    for (int i = 0; i < PER_MINUTE_MAX; i++) {
      signOn("B" + i);
      assertThat(answer(world.open(Category.C1), drive("B" + i, 60_000))).isPresent();
    }
  }

  private void loseTwice(IncidentId incident) {
    signOn("Z1");
    for (int i = 0; i < 2; i++) {
      world.send(incident, "Z1");
      world.offer(
          new StandDownUnit(
              world.head(),
              incident,
              new UnitId("Z1"),
              JobEndReason.BETTER_UNIT,
              world.seen(incident, "Z1")));
    }
  }

  private void signOn(String unit) {
    world.signOn(unit, Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE);
  }

  private Optional<Object> answer(IncidentId incident, TravelQuote quote) {
    return answer(incident, AreaPicture.NONE, quote);
  }

  /** Whom the area sent upon the answer, if anybody. */
  private Optional<Object> answer(IncidentId incident, AreaPicture picture, TravelQuote quote) {
    long asked = world.incident(incident).response().travelTimesAsked();
    return world
        .offer(
            new RecommendUnits(
                world.head(), incident, asked, World.EVIDENCE, List.of(quote), picture))
        .events()
        .stream()
        .map(logged -> (Object) logged.event())
        .filter(UnitAssigned.class::isInstance)
        .findFirst();
  }

  private Optional<AutomaticHold> hold(IncidentId incident) {
    return latest(incident).advice().flatMap(Advice::automatic);
  }

  private Recommendation latest(IncidentId incident) {
    return world.incident(incident).response().recommendation().orElseThrow();
  }
}
