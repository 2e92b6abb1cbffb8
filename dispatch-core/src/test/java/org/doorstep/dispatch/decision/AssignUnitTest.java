package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/** FEATURE: a person commits a named unit, and only what that person saw can be committed. */
class AssignUnitTest {
  private static final Optional<OverrideReason> NO_REASON = Optional.empty();

  private final World world = new World().signOn("A1").signOn("A2");
  private final IncidentId incident = world.open(Category.C2);

  @Test
  void assign_firstOfRecommendation_needsNoReason() {
    world.quote(incident, drive("A1", 300_000), drive("A2", 240_000));

    var offered = world.offer(world.assign(incident, "A2", NO_REASON));

    assertThat(offered.events())
        .extracting(logged -> (Object) logged.event())
        .containsExactly(
            new UnitAssigned(
                incident, new UnitId("A2"), Optional.of(1L), NO_REASON, Optional.of(240_000)));
    assertThat(world.unit("A2").job().orElseThrow().stage()).isEqualTo(JobStage.ALLOCATED);
  }

  @Test
  void assign_anotherThanTheFirst_needsAReason() {
    world.quote(incident, drive("A1", 300_000), drive("A2", 240_000));

    assertRejected(world.assign(incident, "A1", NO_REASON), Rejection.OVERRIDE_REASON_MISSING);
    assertAccepted(world.assign(incident, "A1", Optional.of(OverrideReason.COVER)));
  }

  @Test
  void assign_withoutRecommendation_needsAReason() {
    assertRejected(world.assign(incident, "A1", NO_REASON), Rejection.OVERRIDE_REASON_MISSING);
    assertAccepted(world.assign(incident, "A1", Optional.of(OverrideReason.NO_RECOMMENDATION)));
  }

  @Test
  void assign_unknownIncident_isRefused() {
    assertRejected(named(99, "A1"), Rejection.INCIDENT_UNKNOWN);
  }

  @Test
  void assign_unknownUnit_isRefused() {
    assertRejected(named(incident.value(), "Z9"), Rejection.UNIT_UNKNOWN);
  }

  @Test
  void assign_closedIncident_isRefusedAsClosed() {
    world.send(incident, "A1").report(incident, "A1", JobStage.AT_SCENE);
    world.report(incident, "A1", JobStage.CLEAR);

    assertRejected(named(incident.value(), "A2"), Rejection.INCIDENT_CLOSED);
  }

  @Test
  void assign_unitLacksCapability_isRefusedBeforeAnythingElse() {
    world.signOn("F1", Capability.FALLS_LIFTING);

    assertRejected(
        world.assign(incident, "F1", Optional.of(OverrideReason.OTHER)),
        Rejection.UNIT_NOT_CAPABLE);
  }

  @Test
  void assign_busyUnit_isRefused() {
    IncidentId other = world.open(Category.C3);
    world.send(other, "A1");

    assertRejected(
        world.assign(incident, "A1", Optional.of(OverrideReason.OTHER)), Rejection.UNIT_ON_JOB);
  }

  @Test
  void assign_unavailableUnit_isRefused() {
    world.offer(new MakeUnitUnavailable(world.head(), new UnitId("A1"), UnavailableReason.BREAK));

    assertRejected(
        world.assign(incident, "A1", Optional.of(OverrideReason.OTHER)),
        Rejection.UNIT_NOT_ASSIGNABLE);
  }

  @Test
  void assign_incidentChangedSinceSeen_isRefused() {
    AssignUnit seenBefore = world.assign(incident, "A1", Optional.of(OverrideReason.OTHER));
    world.offer(new RecategoriseIncident(world.head(), incident, Category.C1, World.EMERGENCY, 1));

    assertRejected(seenBefore, Rejection.SEEN_STATE_OUTDATED);
  }

  @Test
  void assign_recommendationIsNotTheLatest_isRefused() {
    world.quote(incident, drive("A1", 300_000));
    var stale =
        new AssignUnit(
            world.head(),
            incident,
            new UnitId("A1"),
            Optional.of(7L),
            Optional.of(OverrideReason.OTHER),
            world.seen(incident, "A1"));

    assertRejected(stale, Rejection.RECOMMENDATION_UNKNOWN);
  }

  private AssignUnit named(long number, String unit) {
    return new AssignUnit(
        world.head(),
        new IncidentId(number),
        new UnitId(unit),
        Optional.empty(),
        Optional.of(OverrideReason.OTHER),
        new Seen(1, 1));
  }

  private void assertRejected(Command command, Rejection rejection) {
    var offered = world.offer(command);
    assertThat(offered.reply().rejection()).contains(rejection);
    assertThat(offered.events()).isEmpty();
  }

  private void assertAccepted(Command command) {
    assertThat(world.reply(command).rejection()).isEmpty();
  }
}
