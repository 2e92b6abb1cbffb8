package org.doorstep.dispatch.golden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What will happen in the town, and when; what is due at once happens in the order it came. */
final class Agenda {
  private final List<Due> dues = new ArrayList<>();
  private Instant now;

  private record Due(Instant at, Runnable what) {}

  Agenda(Instant start) {
    now = start;
  }

  Instant now() {
    return now;
  }

  void at(Instant when, Runnable what) {
    int place = dues.size();
    while (place > 0 && dues.get(place - 1).at().isAfter(when)) {
      place--;
    }
    dues.add(place, new Due(when, what));
  }

  void runUntil(Instant end) {
    while (!dues.isEmpty() && !dues.get(0).at().isAfter(end)) {
      Due next = dues.remove(0);
      now = next.at();
      next.what().run();
    }
    now = end;
  }
}
