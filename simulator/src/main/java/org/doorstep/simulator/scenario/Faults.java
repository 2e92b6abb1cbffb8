package org.doorstep.simulator.scenario;

import java.time.LocalDateTime;
import java.util.List;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.file.Meaning;

/** What goes wrong at given times. */
@Meaning("What goes wrong at given times.")
public record Faults(
    @Meaning("Hospitals that take nobody for a while.") List<Divert> diverts,
    @Meaning("Units whose vehicle is off the road for a while.") List<OffRoad> offRoad) {
  /** Nothing. */
  public static final Faults NONE = new Faults(List.of(), List.of());

  public Faults {
    diverts = List.copyOf(diverts);
    offRoad = List.copyOf(offRoad);
  }

  /** A hospital takes nobody. */
  @Meaning("A hospital takes nobody for a while.")
  public record Divert(
      @Meaning("The hospital, as the directory names it.") ServiceId service,
      @Meaning("From when, by the clock on the wall.") LocalDateTime from,
      @Meaning("Until when.") LocalDateTime until) {}

  /** A vehicle is off the road. */
  @Meaning("A unit's vehicle is off the road for a while.")
  public record OffRoad(
      @Meaning("Its call sign.") String unit,
      @Meaning("From when, by the clock on the wall.") LocalDateTime from,
      @Meaning("Until when.") LocalDateTime until) {}
}
