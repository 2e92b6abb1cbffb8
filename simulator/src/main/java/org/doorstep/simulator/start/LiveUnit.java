package org.doorstep.simulator.start;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/**
 * One unit on shift. It could be sent unless it is unavailable or on a job; never both.
 *
 * @param unit the call sign
 * @param base where the shift began, if it was said
 * @param at where it is, rounded to some hundred metres
 * @param shiftEndsAt may have passed: then it is on its last job
 * @param breakOwed when its break has to begin; empty: it was taken, or there is none
 * @param unavailable why it cannot be sent although it has no job
 * @param since when it became so
 * @param job what it is on
 */
public record LiveUnit(
    UnitId unit,
    UnitKind kind,
    Capabilities capabilities,
    Optional<String> base,
    Position at,
    Instant shiftEndsAt,
    Optional<BreakWindow> breakOwed,
    Optional<UnavailableReason> unavailable,
    Instant since,
    Optional<LiveJob> job) {
  public LiveUnit {
    at = LiveIncident.rounded(at);
    if (unavailable.isPresent() && job.isPresent()) {
      throw new IllegalArgumentException(
          "The unit (%s) must not be on a job and unavailable.".formatted(unit.value()));
    }
  }

  /** Whether it is having its break. */
  public boolean isOnBreak() {
    return unavailable.filter(UnavailableReason.BREAK::equals).isPresent();
  }
}
