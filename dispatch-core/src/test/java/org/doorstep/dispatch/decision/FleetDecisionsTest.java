package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: one unit takes over from another that is on its way, in one decision; refusals run from
 * the most to the least permanent.
 */
class FleetDecisionsTest {
  private static final Optional<OverrideReason> REASON = Optional.of(OverrideReason.OTHER);
  private static final Optional<IncidentId> NOWHERE = Optional.empty();

  private final World world = new World().signOn("A1").signOn("A2").signOn("A3");
  private final IncidentId incident = world.open(Category.C3);
  private final IncidentId urgent = world.open(Category.C2);

  FleetDecisionsTest() {
    world.send(incident, "A1");
  }

  @Test
  void exchange_withAReason_oneComesBeforeTheOtherLeaves() {
    assertThat(world.offer(exchange("A1", "A2", Optional.of(urgent), REASON)).events())
        .extracting(logged -> (Object) logged.event())
        .containsExactly(
            assigned(incident, "A2"),
            new UnitStoodDown(incident, new UnitId("A1"), JobEndReason.BETTER_UNIT),
            assigned(urgent, "A1"));
    assertThat(world.unit("A1").job().orElseThrow().incident()).isEqualTo(urgent);
    assertThat(world.unit("A2").job().orElseThrow().incident()).isEqualTo(incident);
  }

  @Test
  void exchange_ontoNobody_setsTheUnitFree() {
    assertAccepted(exchange("A1", "A2", NOWHERE, REASON));

    assertThat(world.unit("A1").isAssignable()).isTrue();
  }

  @Test
  void exchange_unknownIncident_isRefused() {
    Exchange elsewhere =
        new Exchange(new IncidentId(99), new UnitId("A1"), new UnitId("Z9"), NOWHERE);

    assertRejected(command(elsewhere, REASON), Rejection.INCIDENT_UNKNOWN);
  }

  @Test
  void exchange_unknownUnit_isRefused() {
    assertRejected(exchange("A1", "Z9", NOWHERE, REASON), Rejection.UNIT_UNKNOWN);
    assertRejected(exchange("Z9", "A1", NOWHERE, REASON), Rejection.UNIT_UNKNOWN);
  }

  @Test
  void exchange_unitThatIsNotOnTheWay_isRefusedBeforeItsCapability() {
    world.signOn("F1", Capability.FALLS_LIFTING);

    assertRejected(exchange("A3", "F1", NOWHERE, REASON), Rejection.JOB_UNKNOWN);
  }

  @Test
  void exchange_unitThatCannotDoAsMuch_isRefusedEvenAtTheScene() {
    world.signOn("F1", Capability.FALLS_LIFTING).report(incident, "A1", JobStage.AT_SCENE);

    assertRejected(exchange("A1", "F1", NOWHERE, REASON), Rejection.UNIT_NOT_CAPABLE);
  }

  @Test
  void exchange_atTheScene_isRefusedBeforeTheOtherUnitIsLookedAt() {
    world.send(urgent, "A2").report(incident, "A1", JobStage.AT_SCENE);

    assertRejected(exchange("A1", "A2", NOWHERE, REASON), Rejection.SCENE_REACHED);
  }

  @Test
  void exchange_forAUnitOnAJob_isRefused() {
    world.send(urgent, "A2");

    assertRejected(exchange("A1", "A2", NOWHERE, REASON), Rejection.UNIT_ON_JOB);
  }

  @Test
  void exchange_forAUnitOnBreak_isRefused() {
    world.offer(new MakeUnitUnavailable(world.head(), new UnitId("A2"), UnavailableReason.BREAK));

    assertRejected(exchange("A1", "A2", NOWHERE, REASON), Rejection.UNIT_NOT_ASSIGNABLE);
  }

  @Test
  void exchange_ofAnythingThatHasChanged_isRefused() {
    Exchange wanted =
        new Exchange(incident, new UnitId("A1"), new UnitId("A2"), Optional.of(urgent));
    ExchangeSeen now = seen(wanted);
    Optional<Long> stale = now.onto().map(version -> version + 1);

    for (ExchangeSeen old :
        new ExchangeSeen[] {
          new ExchangeSeen(now.incident() + 1, now.leaves(), now.comes(), now.onto()),
          new ExchangeSeen(now.incident(), now.leaves() + 1, now.comes(), now.onto()),
          new ExchangeSeen(now.incident(), now.leaves(), now.comes() + 1, now.onto()),
          new ExchangeSeen(now.incident(), now.leaves(), now.comes(), stale),
          new ExchangeSeen(now.incident(), now.leaves(), now.comes(), Optional.empty())
        }) {
      assertRejected(
          new ExchangeUnits(world.head(), wanted, REASON, old), Rejection.SEEN_STATE_OUTDATED);
    }
  }

  @Test
  void exchange_ontoAnIncidentThatIsClosed_isRefused() {
    world.send(urgent, "A3").report(urgent, "A3", JobStage.AT_SCENE);
    world.report(urgent, "A3", JobStage.CLEAR);

    assertRejected(exchange("A1", "A2", Optional.of(urgent), REASON), Rejection.INCIDENT_CLOSED);
  }

  @Test
  void exchange_ontoAnIncidentItCannotServe_isRefused() {
    IncidentId heavy = world.open(Category.C2, Capabilities.of(Capability.BARIATRIC));

    assertRejected(exchange("A1", "A2", Optional.of(heavy), REASON), Rejection.UNIT_NOT_CAPABLE);
  }

  @Test
  void exchange_thatNobodyAdvised_needsAReason() {
    assertRejected(
        exchange("A1", "A2", Optional.of(urgent), Optional.empty()),
        Rejection.OVERRIDE_REASON_MISSING);
  }

  @Test
  void exchange_afterADecisionThatIsRefused_changesNothing() {
    long before = world.engine().sequence();
    world.quote(urgent, drive("A2", 60_000));
    long quoted = world.engine().sequence();

    assertRejected(
        exchange("A1", "A2", NOWHERE, Optional.empty()), Rejection.OVERRIDE_REASON_MISSING);
    assertThat(world.engine().sequence()).isEqualTo(quoted).isGreaterThan(before);
  }

  private static UnitAssigned assigned(IncidentId to, String unit) {
    return new UnitAssigned(to, new UnitId(unit), Optional.empty(), REASON, Optional.empty());
  }

  private ExchangeUnits exchange(
      String leaves, String comes, Optional<IncidentId> onto, Optional<OverrideReason> reason) {
    return command(new Exchange(incident, new UnitId(leaves), new UnitId(comes), onto), reason);
  }

  private ExchangeUnits command(Exchange exchange, Optional<OverrideReason> reason) {
    return new ExchangeUnits(world.head(), exchange, reason, seen(exchange));
  }

  private ExchangeSeen seen(Exchange exchange) {
    return new ExchangeSeen(
        version(exchange.incident()),
        version(exchange.leaves()),
        version(exchange.comes()),
        exchange.onto().map(this::version));
  }

  private long version(IncidentId id) {
    return world.engine().view().findIncident(id).map(each -> each.version()).orElse(1L);
  }

  private long version(UnitId id) {
    return world.engine().view().findUnit(id).map(each -> each.version()).orElse(1L);
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
