package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.UnitId;

/** The judge's entry of one open incident. One thread. */
final class OpenEntry {
  final TreeSet<UnitId> crews = new TreeSet<>();

  /** Those of them that have reached the scene. */
  final TreeSet<UnitId> there = new TreeSet<>();

  final Instant opened;
  Instant clockStarted;
  int level;
  boolean placed;
  boolean attended;
  boolean nobodyToSend;
  Optional<Booking> booking = Optional.empty();

  /** What has to be there, by one crew or several. */
  List<Capabilities> parts = List.of();

  /** What has been there, and need not come again while a crew is there. */
  final List<Capabilities> seen = new ArrayList<>();

  /** Whether it is booked and nobody is to be sent yet. */
  boolean ahead;

  OpenEntry(boolean placed, int level, Instant opened) {
    this.placed = placed;
    this.level = level;
    this.opened = opened;
    this.clockStarted = opened;
  }

  void needs(Capabilities first, Optional<List<Capabilities>> further) {
    List<Capabilities> all = new ArrayList<>(List.of(first));
    further.ifPresent(all::addAll);
    parts = all;
  }

  /** Where more is needed from now on, it counts who is there now, not who was. */
  void needsNow(
      Capabilities first, Optional<List<Capabilities>> further, Map<UnitId, Capabilities> able) {
    if (parts.size() == 1 && further.isPresent()) {
      seen.clear();
      there.forEach(unit -> seen.add(able.getOrDefault(unit, Capabilities.NONE)));
    }
    needs(first, further);
  }

  void needsFirst(Capabilities first) {
    List<Capabilities> all = new ArrayList<>(parts);
    all.set(0, first);
    parts = all;
  }

  /** Whether something that has to be there is neither there nor on its way. */
  boolean lacks(Map<UnitId, Capabilities> able) {
    return !ahead && parts.stream().anyMatch(part -> !isMet(part, able));
  }

  private boolean isMet(Capabilities part, Map<UnitId, Capabilities> able) {
    boolean was = !crews.isEmpty() && seen.stream().anyMatch(has -> meets(has, part));
    return was
        || crews.stream().anyMatch(crew -> meets(able.getOrDefault(crew, Capabilities.NONE), part));
  }

  private static boolean meets(Capabilities has, Capabilities part) {
    return has.value().containsAll(part.value());
  }

  /** The patient is waited for from the opening of the window, if that was not past. */
  void book(Booking agreed) {
    Instant opens = agreed.window().opens();
    booking = Optional.of(agreed);
    clockStarted = opens.isBefore(opened) ? opened : opens;
  }
}
