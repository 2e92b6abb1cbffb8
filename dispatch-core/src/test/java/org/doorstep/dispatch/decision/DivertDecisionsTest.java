package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/** FEATURE: a unit on its way is sent elsewhere by name, and the patient it leaves waits again. */
class DivertDecisionsTest {
  private static final Optional<OverrideReason> REASON = Optional.of(OverrideReason.OTHER);
  private static final Optional<OverrideReason> NO_REASON = Optional.empty();

  private final World world = new World(AutomaticTown.model()).signOn("A1").signOn("A2");
  private final IncidentId left = world.open(Category.C3);
  private final IncidentId urgent = world.open(Category.C2);

  DivertDecisionsTest() {
    world.send(left, "A1");
  }

  @Test
  void divert_withAReason_endsTheOneJobAndBeginsTheOther() {
    assertThat(world.offer(divert(urgent, "A1", left, REASON)).events())
        .extracting(logged -> (Object) logged.event())
        .containsExactly(
            new UnitStoodDown(left, new UnitId("A1"), JobEndReason.MORE_URGENT_CALL),
            new UnitAssigned(urgent, new UnitId("A1"), Optional.empty(), REASON, Optional.empty()));
    assertThat(world.incident(left).isWaiting()).isTrue();
    assertThat(world.incident(left).response().travelTimesAsked()).isPositive();
    assertThat(world.incident(left).response().lost()).isEqualTo(1);
  }

  @Test
  void divert_asRecommended_needsNoReason() {
    recommend(60_000, 1_500_000);

    assertThat(world.reply(divert(urgent, "A1", left, NO_REASON)).rejection()).isEmpty();
  }

  @Test
  void divert_recommendedButSentAsIfFree_isRefused() {
    recommend(60_000, 900_000);

    assertRejected(divert(urgent, "A1", Optional.empty(), NO_REASON), Rejection.UNIT_ON_JOB);
  }

  @Test
  void divert_unitLacksCapability_isRefusedFirst() {
    world.signOn("F1", Capability.FALLS_LIFTING);

    assertRejected(divert(urgent, "F1", left, REASON), Rejection.UNIT_NOT_CAPABLE);
  }

  @Test
  void divert_fromWhereTheUnitIsNot_isRefused() {
    assertRejected(divert(urgent, "A1", urgent, REASON), Rejection.DIVERT_UNSEEN);
    assertRejected(divert(urgent, "A2", left, REASON), Rejection.DIVERT_UNSEEN);
  }

  @Test
  void divert_toWhereTheUnitIsGoing_isRefused() {
    assertRejected(divert(left, "A1", left, REASON), Rejection.DIVERT_UNSEEN);
  }

  @Test
  void divert_fromTheScene_isRefusedEvenWithAReason() {
    world.report(left, "A1", JobStage.AT_SCENE);

    assertRejected(divert(urgent, "A1", left, REASON), Rejection.SCENE_REACHED);
  }

  @Test
  void divert_toALessUrgentIncident_isForbiddenWithoutAReason() {
    IncidentId minor = world.open(Category.C4);

    assertRejected(divert(minor, "A1", left, NO_REASON), Rejection.DIVERT_FORBIDDEN);
    assertThat(world.reply(divert(minor, "A1", left, REASON)).rejection()).isEmpty();
  }

  @Test
  void divert_fromAPatientWhoHasLostAUnit_isForbiddenWithoutAReason() {
    world.offer(divert(urgent, "A1", left, REASON));
    world.send(left, "A2");
    IncidentId next = world.open(Category.C2);

    assertRejected(divert(next, "A2", left, NO_REASON), Rejection.DIVERT_FORBIDDEN);
  }

  @Test
  void divert_ofAnythingThatHasChanged_isRefused() {
    AssignUnit before = divert(urgent, "A1", left, REASON);
    world.report(left, "A1", JobStage.MOBILE);

    assertRejected(before, Rejection.SEEN_STATE_OUTDATED);
  }

  @Test
  void divert_recommendedForAnother_needsAReason() {
    recommend(900_000, 60_000);

    assertRejected(divert(urgent, "A1", left, NO_REASON), Rejection.OVERRIDE_REASON_MISSING);
  }

  /** A1 is far from its own patient, A2 farther; how near both are to the urgent one is given. */
  private void recommend(int first, int second) {
    world.offer(
        new RecommendUnits(
            world.head(),
            urgent,
            world.incident(urgent).response().travelTimesAsked(),
            World.EVIDENCE,
            List.of(drive("A1", first), drive("A2", second)),
            new AreaPicture(
                -1,
                List.of(),
                List.of(
                    new OtherDrives(
                        left, -1, List.of(drive("A1", 600_000), drive("A2", 1_500_000)))))));
  }

  private AssignUnit divert(
      IncidentId incident, String unit, IncidentId from, Optional<OverrideReason> reason) {
    return divert(incident, unit, Optional.of(from), reason);
  }

  private AssignUnit divert(
      IncidentId incident,
      String unit,
      Optional<IncidentId> from,
      Optional<OverrideReason> reason) {
    return new AssignUnit(
        world.head(),
        incident,
        new UnitId(unit),
        world.incident(incident).response().recommendation().map(Recommendation::number),
        reason,
        new Seen(world.incident(incident).version(), world.unit(unit).version()),
        from);
  }

  private void assertRejected(AssignUnit command, Rejection rejection) {
    var offered = world.offer(command);
    assertThat(offered.reply().rejection()).contains(rejection);
    assertThat(offered.events()).isEmpty();
  }
}
