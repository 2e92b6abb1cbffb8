package org.doorstep.routing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A closure of roads, or a restriction that slows them, as data: what, where, for whom, when and
 * who says so.
 *
 * @param id names it; 1 to 64 letters, figures, hyphens, points or underscores
 * @param name in words, for people; at most 200 characters
 * @param where which roads
 * @param speedFactor what is left of their speed, {@code [0, 1]}: 0 closes them
 * @param modes whom it concerns; both driving modes, or one
 * @param from when it begins to hold; empty if it holds already
 * @param until when it no longer holds; empty until it is lifted
 * @param source who says so, such as the highways authority or a crew; at most 100 characters
 */
public record Closure(
    String id,
    String name,
    ClosedPlace where,
    double speedFactor,
    List<DrivingMode> modes,
    Optional<Instant> from,
    Optional<Instant> until,
    String source) {
  private static final String ID = "[A-Za-z0-9._-]{1,64}";
  private static final int NAME_LENGTH_MAX = 200;
  private static final int SOURCE_LENGTH_MAX = 100;
  private static final double FACTOR_MIN = 0.05;

  public Closure {
    modes = List.copyOf(Set.copyOf(modes).isEmpty() ? List.of() : EnumSet.copyOf(modes));
    require(id.matches(ID), "id", id, "must be 1 to 64 letters, figures, '-', '.' or '_'");
    require(
        !name.isBlank() && name.length() <= NAME_LENGTH_MAX,
        "name",
        name.length() + " characters",
        "must have 1 to 200");
    require(
        !source.isBlank() && source.length() <= SOURCE_LENGTH_MAX,
        "source",
        source.length() + " characters",
        "must have 1 to 100");
    require(
        speedFactor == 0 || (speedFactor >= FACTOR_MIN && speedFactor <= 1),
        "speedFactor",
        Double.toString(speedFactor),
        "must be 0 for closed, or 0.05 to 1");
    require(!modes.isEmpty(), "modes", "none", "must name a driving mode");
    boolean inOrder = from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    require(inOrder, "until", until.map(Instant::toString).orElse(""), "must be after 'from'");
  }

  /** Whether it holds at a moment: from its beginning on, and no longer at its end. */
  public boolean holdsAt(Instant at) {
    return from.map(begin -> !at.isBefore(begin)).orElse(true)
        && until.map(at::isBefore).orElse(true);
  }

  private static void require(boolean holds, String field, String value, String rule) {
    if (!holds) {
      throw new ClosureFault("The %s (%s) of a closure %s.".formatted(field, value, rule));
    }
  }
}
