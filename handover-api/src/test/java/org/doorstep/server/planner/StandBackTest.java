package org.doorstep.server.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: a worker rests while somebody at the desk of its machine waits for an answer, and
 * neither a server that was killed nor one that is always asked ends an experiment.
 */
@Timeout(60)
class StandBackTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir private Path folder;

  private final InstantSource clock = () -> NOON.plus(passed());
  private Duration passed = Duration.ZERO;
  private int rests;
  private int restsUntilAnswer;
  private DeskWaits desk;
  private ByteBuffer shared;
  private StandBack worker;

  @BeforeEach
  void open() throws Exception {
    desk = DeskWaits.in(folder.resolve("planner/desk-waits"), clock);
    // Another view of the same file, as another process has it.
    shared = DeskWaits.read(desk.file());
    worker = new StandBack(shared, clock, () -> passed.toNanos(), this::restAndPerhapsAnswer);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Duration passed() {
    return passed;
  }

  private void restAndPerhapsAnswer(Duration rest) {
    passed = passed.plus(rest);
    rests++;
    if (rests == restsUntilAnswer) {
      desk.end();
      awaitSaid(0);
    }
  }

  @Test
  void nobodyWaits_worksOn() {
    assertThat(restsAtAnEvent()).isZero();
  }

  @Test
  void somebodyWaits_restsUntilTheAnswer() {
    begin();
    restsUntilAnswer = 3;

    assertThat(restsAtAnEvent()).isEqualTo(3);
    assertThat(restsAtAnEvent()).isZero();
  }

  @Test
  void twoWait_theAnswerToOneIsNotTheEnd() {
    begin();
    begin();
    desk.end();
    restsUntilAnswer = 2;

    assertThat(restsAtAnEvent()).isEqualTo(2);
    assertThat(restsAtAnEvent()).isZero();
  }

  @Test
  void serverThatWasKilledMeanwhile_holdsNobodyUp() {
    begin();
    passed = passed.plusMillis(DeskWaits.ANSWER_MILLIS_MAX);

    assertThat(restsAtAnEvent()).isZero();
  }

  @Test
  void deskThatNeverStopsAsking_leavesTheWorkerATenth() {
    int rested = 0;
    int worked = 0;
    for (int millis = 0; millis < 10_000; millis++) {
      begin();
      rests = 0;
      worker.accept(event());
      rested += rests;
      worked += rests == 0 ? 1 : 0;
      passed = passed.plusMillis(1);
    }

    long restedMillis = rested * StandBack.REST.toNanos() / 1_000_000;
    assertThat(restedMillis / (double) worked).isBetween(9.0, 11.0);
  }

  @Test
  void serverThatIsStartedAgain_findsNobodyWaiting() throws Exception {
    begin();

    try (DeskWaits again = DeskWaits.in(desk.file(), clock)) {
      assertThat(again.waiting()).isZero();
      assertThat(restsAtAnEvent()).isZero();
    }
  }

  @Test
  void fileThatIsNotThereOrTooShort_isNamed() throws Exception {
    Path missing = folder.resolve("nowhere");
    Path shorter = Files.write(folder.resolve("short"), new byte[7]);

    for (Path each : List.of(missing, shorter)) {
      assertThatThrownBy(() -> StandBack.of(each))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("The file (%s)".formatted(each));
    }
  }

  private void begin() {
    desk.begin();
    awaitSaid(clock.millis() + DeskWaits.ANSWER_MILLIS_MAX);
  }

  /** A thread of its own says it. */
  private void awaitSaid(long until) {
    while (DeskWaits.until(shared) != until) {
      Thread.onSpinWait();
    }
  }

  private static LoggedEvent event() {
    return new LoggedEvent(
        new AreaId("WEST_KENT"),
        1,
        NOON,
        Actor.system("test"),
        new CommandId(new UUID(0, 1)),
        new FleetEvent.ReviewAsked());
  }

  private int restsAtAnEvent() {
    rests = 0;
    worker.accept(event());
    return rests;
  }
}
