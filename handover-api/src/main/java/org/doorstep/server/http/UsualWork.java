package org.doorstep.server.http;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.server.board.BoardUnit;

/** When a unit's present work is usually done: engineering defaults, needs approval. */
final class UsualWork {
  private static final Duration REST = Duration.ofMinutes(30);

  private UsualWork() {}

  /** When it can be sent again, now or later. */
  static Instant freeAt(BoardUnit unit, Instant now) {
    Instant free =
        unit.job()
            .map(job -> job.since().plus(left(job.stage())))
            .orElse(
                unit.unavailable().filter(why -> why == UnavailableReason.BREAK).isPresent()
                    ? unit.since().plus(REST)
                    : now);
    return free.isBefore(now) ? now : free;
  }

  private static Duration left(JobStage stage) {
    return Duration.ofMinutes(
        switch (stage) {
          case ALLOCATED, ACKNOWLEDGED, MOBILE -> 90;
          case AT_SCENE, AT_PATIENT -> 75;
          case LEFT_SCENE -> 45;
          case AT_DESTINATION -> 30;
          case HANDED_OVER, CLEAR -> 10;
        });
  }
}
