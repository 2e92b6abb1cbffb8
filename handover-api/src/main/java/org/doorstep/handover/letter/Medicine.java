package org.doorstep.handover.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A medicine given.
 *
 * @param route for example {@code oral}
 * @param batch the lot number, where it was recorded
 */
public record Medicine(Instant at, String name, Dose dose, String route, Optional<String> batch) {
  /** How much. */
  public record Dose(BigDecimal value, String unit) {
    public Dose {
      if (value.signum() <= 0) {
        throw new IllegalArgumentException("A dose (%s) must be above 0.".formatted(value));
      }
      unit = Checks.text("unit", unit);
    }
  }

  public Medicine {
    at = Checks.millis(at);
    name = Checks.text("name", name);
    route = Checks.text("route", route);
    batch = Checks.text("batch", batch);
  }
}
