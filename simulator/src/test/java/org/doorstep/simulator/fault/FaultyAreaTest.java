package org.doorstep.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.simulator.check.InvariantChecker;
import org.doorstep.simulator.check.Limits;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.doorstep.simulator.time.Timeline;
import org.doorstep.simulator.workload.BusyDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: with every fault off, the shell around the engine changes nothing. */
class FaultyAreaTest {
  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");
  private static final long SEED = 7;
  private static final long END_MILLIS = Duration.ofHours(2).toMillis();

  // The area that cannot fail has no sweeper, so nobody looks what is late here.
  private static final Limits NEVER =
      new Limits(Duration.ofDays(9), Duration.ofDays(9), Duration.ofDays(9));

  @Test
  void area_nothingFails_writesTheLogOfAnAreaThatCannotFail() {
    assertThat(logOfFaultyArea()).isNotEmpty().isEqualTo(logOfVirtualArea());
  }

  static Stream<Class<?>> commands() {
    return Stream.of(Command.class, CareCommand.class)
        .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
        .filter(kind -> !kind.isInterface());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_ofAnyKind_beginsWithItsHead(Class<?> kind) {
    assertThat(kind.getRecordComponents()[0].getType()).isEqualTo(CommandHead.class);
  }

  private static List<LoggedEvent> logOfFaultyArea() {
    Timeline timeline = new Timeline();
    BusyDay day = new BusyDay(AREA, timeline, START, SEED, BusyDay.CALLS_EVERY_SECONDS_USUAL);
    ShellSteps sweepsNever =
        new ShellSteps() {
          @Override
          boolean sweeps() {
            return false;
          }
        };
    FaultyArea area =
        new FaultyArea(
            AREA,
            new VirtualClock(timeline, START),
            FaultPlan.NONE,
            SEED,
            day,
            new InvariantChecker(NEVER),
            sweepsNever);
    day.begin(area);
    timeline.runUntil(END_MILLIS);
    return area.events();
  }

  private static List<LoggedEvent> logOfVirtualArea() {
    Timeline timeline = new Timeline();
    BusyDay day = new BusyDay(AREA, timeline, START, SEED, BusyDay.CALLS_EVERY_SECONDS_USUAL);
    List<LoggedEvent> log = new ArrayList<>();
    Outside outside =
        new Outside() {
          @Override
          public void happened(LoggedEvent event) {
            log.add(event);
            day.happened(event);
          }

          @Override
          public void askTravelTimes(AskTravelTimes order) {
            day.askTravelTimes(order);
          }

          @Override
          public void notifyCrew(NotifyCrew order) {
            day.notifyCrew(order);
          }
        };
    day.begin(new VirtualArea(AREA, outside));
    timeline.runUntil(END_MILLIS);
    return log;
  }
}
