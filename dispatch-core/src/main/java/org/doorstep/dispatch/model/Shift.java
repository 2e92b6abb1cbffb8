package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a crew said of itself when it signed on.
 *
 * @param base the name of its base in the area's reference data
 * @param endsAt when the shift is due to end
 * @param rest when its break is due; empty where none is planned
 */
public record Shift(
    UnitKind kind,
    Capabilities capabilities,
    String base,
    Instant endsAt,
    Optional<BreakWindow> rest) {
  private static final int BASE_LENGTH_MAX = 80;

  public Shift {
    Require.atLeast("length of the base", base.length(), 1);
    Require.atMost("length of the base", base.length(), BASE_LENGTH_MAX);
  }

  /** A shift without a planned break. */
  public Shift(UnitKind kind, Capabilities capabilities, String base, Instant endsAt) {
    this(kind, capabilities, base, endsAt, Optional.empty());
  }
}
