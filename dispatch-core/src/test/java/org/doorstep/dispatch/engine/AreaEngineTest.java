package org.doorstep.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.effect.Effect.SendReply;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: nobody hears of a decision before it is durable, and what is owed is never forgotten.
 */
class AreaEngineTest {
  private final World world = new World().signOn("A1");

  @Test
  void durable_beforeTheCauseIsDurable_releasesNothingOfIt() {
    world.engine().durable(world.engine().sequence());
    IncidentId incident = world.open(Category.C1);
    long opened = world.engine().sequence();

    assertThat(world.engine().durable(opened - 1)).isEmpty();
    List<Effect> released = world.engine().durable(opened);

    assertThat(released)
        .contains(new AskTravelTimes(new Effect.Id(opened, 0), incident))
        .last()
        .isInstanceOf(SendReply.class);
    assertThat(world.engine().durable(opened)).isEmpty();
  }

  @Test
  void durable_refusal_isReleasedWithTheStateItWasDecidedOn() {
    world.engine().durable(world.engine().sequence());
    world.open(Category.C1);
    long undurable = world.engine().sequence();
    world.offer(world.assign(new IncidentId(1), "A1", Optional.empty()));

    assertThat(world.engine().durable(undurable - 1)).isEmpty();
    assertThat(world.engine().durable(undurable)).hasSize(3);
  }

  @Test
  void obligations_crewNotYetTold_areOwedUntilItAcknowledges() {
    IncidentId incident = world.open(Category.C2);
    world.quote(incident, drive("A1", 60_000));
    world.send(incident, "A1");
    long assigned = world.engine().sequence();

    assertThat(world.engine().obligations())
        .containsExactly(
            new NotifyCrew(
                new Effect.Id(assigned, 1), new UnitId("A1"), incident, new JobId(assigned)));

    world.report(incident, "A1", JobStage.ACKNOWLEDGED);
    assertThat(world.engine().obligations()).isEmpty();
  }

  @Test
  void obligations_unansweredQuestion_isAskedAgainAfterRecovery() {
    IncidentId incident = world.open(Category.C2);
    AreaEngine recovered = new AreaEngine(new AreaState(world.engine().snapshot()));

    assertThat(recovered.obligations())
        .containsExactly(new AskTravelTimes(new Effect.Id(world.engine().sequence(), 0), incident));
  }

  @Test
  void freedUnit_incidentThatHadNobody_isLookedAtAgain() {
    IncidentId first = world.open(Category.C2);
    world.quote(first, drive("A1", 60_000)).send(first, "A1");
    IncidentId second = world.open(Category.C2);
    world.quote(second);
    world.report(first, "A1", JobStage.AT_SCENE).report(first, "A1", JobStage.CLEAR);

    assertThat(world.engine().obligations())
        .singleElement()
        .isInstanceOfSatisfying(
            AskTravelTimes.class, ask -> assertThat(ask.incident()).isEqualTo(second));
  }

  @Test
  void at_clockGoesBackwards_doesNot() {
    world.after(60).open(Category.C3);
    world.after(-3_600).open(Category.C3);

    assertThat(world.log()).extracting(logged -> logged.at()).isSorted();
  }

  @Test
  void clock_upgrade_startsAgainAndDowngradeDoesNot() {
    IncidentId incident = world.open(Category.C3);
    world.after(600);
    world.offer(new RecategoriseIncident(world.head(), incident, Category.C1, World.EMERGENCY, 1));
    var upgraded = world.incident(incident).triage().clockStartedAt();
    world.after(600);
    world.offer(new RecategoriseIncident(world.head(), incident, Category.C4, World.EMERGENCY, 2));

    assertThat(upgraded).isEqualTo(World.NOON.plusSeconds(600));
    assertThat(world.incident(incident).triage().clockStartedAt()).isEqualTo(upgraded);
    assertThat(world.incident(incident).report().openedAt()).isEqualTo(World.NOON);
  }
}
