package org.doorstep.simulator.file;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ServiceId;

/** A tree of records that has every kind of thing a scenario has. */
@Meaning("A plan for tests.")
record SamplePlan(
    @Meaning("How the plan is called.") String name,
    LocalDate start,
    ZoneId zone,
    @Bounds(least = 1, most = 400) int days,
    long seed,
    boolean automatic,
    Demand demand,
    Map<Category, Times> times,
    List<Hospital> hospitals,
    Optional<Break> pause,
    Optional<LocalDateTime> surgeAt) {

  record Demand(
      @Meaning("Incidents in a year.") @Bounds(least = 0, most = 1_000_000) double perYear,
      @Bounds(least = 0, most = 100) List<Double> hourPercent) {
    Demand {
      if (hourPercent.size() != 4) {
        throw new IllegalArgumentException(
            "The hour-percent (%d values) must be 4 values.".formatted(hourPercent.size()));
      }
    }
  }

  record Times(@Bounds(least = 0, most = 600) double onSceneMinutes, Optional<Spread> spread) {}

  enum Spread {
    LOG_NORMAL,
    FIXED
  }

  record Hospital(ServiceId id, List<Capability> has, @Bounds(least = 0, most = 99) int bays) {}

  record Break(LocalTime from, LocalTime until, Map<String, Double> share) {
    Break {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException(
            "The from (%s) must be before the until (%s).".formatted(from, until));
      }
    }
  }
}
