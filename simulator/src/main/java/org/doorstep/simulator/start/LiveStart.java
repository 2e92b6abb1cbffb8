package org.doorstep.simulator.start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.model.UnitId;

/**
 * What an area looked like at one instant, as far as a simulated world has to know: who is on
 * shift, where and doing what, and what is open. It names no patient, no record and no words, and
 * places are rounded, so that it may leave the live area.
 *
 * @param at nothing in it is later
 * @param units on shift, each once
 * @param incidents open, each once; those without a place cannot be simulated and are not in it
 */
public record LiveStart(Instant at, List<LiveUnit> units, List<LiveIncident> incidents) {
  private static final int MOST = 2_000;

  public LiveStart {
    units = List.copyOf(units);
    incidents = List.copyOf(incidents);
    if (units.size() > MOST || incidents.size() > MOST) {
      throw new IllegalArgumentException(
          "The start has (%d) units and (%d) incidents; at most %d of each can be begun with."
              .formatted(units.size(), incidents.size(), MOST));
    }
    TreeMap<Long, LiveIncident> known = new TreeMap<>();
    for (LiveIncident each : incidents) {
      if (known.put(each.number(), each) != null) {
        throw new IllegalArgumentException(
            "The incident (%d) must be there once only.".formatted(each.number()));
      }
      requirePast("opening of the incident (%d)".formatted(each.number()), each.openedAt(), at);
    }
    TreeSet<UnitId> signs = new TreeSet<>();
    for (LiveUnit each : units) {
      if (!signs.add(each.unit())) {
        throw new IllegalArgumentException(
            "The unit (%s) must be there once only.".formatted(each.unit().value()));
      }
      requirePast("state of the unit (%s)".formatted(each.unit().value()), each.since(), at);
      each.job()
          .ifPresent(job -> require(each, job, Optional.ofNullable(known.get(job.incident()))));
    }
  }

  private static void requirePast(String what, Instant moment, Instant at) {
    if (moment.isAfter(at)) {
      throw new IllegalArgumentException(
          "The %s (%s) must not be after the instant of the start (%s)."
              .formatted(what, moment, at));
    }
  }

  private static void require(LiveUnit unit, LiveJob job, Optional<LiveIncident> of) {
    String sign = unit.unit().value();
    if (of.isEmpty()) {
      throw new IllegalArgumentException(
          "The unit (%s) is on the incident (%d), which is not in the start."
              .formatted(sign, job.incident()));
    }
    if (job.allocatedAt().isBefore(of.get().openedAt())) {
      throw new IllegalArgumentException(
          "The unit (%s) was sent (%s) before the incident (%d) was opened (%s)."
              .formatted(sign, job.allocatedAt(), job.incident(), of.get().openedAt()));
    }
    if (job.allocatedAt().isAfter(unit.since())) {
      throw new IllegalArgumentException(
          "The unit (%s) was sent (%s) after its stage began (%s)."
              .formatted(sign, job.allocatedAt(), unit.since()));
    }
  }

  /** The first moment of the past that has to be known: no later than {@link #at}. */
  public Instant earliest() {
    List<Instant> all = new ArrayList<>(List.of(at));
    incidents.forEach(each -> all.add(each.openedAt()));
    units.forEach(each -> all.add(each.since()));
    return all.stream().min(Instant::compareTo).orElse(at);
  }

  /** The units on an incident, in the order in which they were sent. */
  public List<LiveUnit> listUnits(LiveIncident incident) {
    return units.stream()
        .filter(each -> each.job().filter(job -> job.incident() == incident.number()).isPresent())
        .sorted(Comparator.comparing(each -> each.job().map(LiveJob::allocatedAt).orElse(at)))
        .toList();
  }
}
