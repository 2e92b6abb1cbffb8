package org.doorstep.simulator.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;

/**
 * The units of a trace: at their bases, on a call, or on their way home. A unit on its way home can
 * be sent from the node nearest to where it is on the straight line.
 */
final class TraceUnits {
  /** Without siren a drive takes longer: its siren time divided by this. */
  private static final double SIREN_SHARE = 0.95;

  /** Fleets of up to this size have their call signs made once, and not with each trace. */
  private static final int USUAL = 100;

  private static final List<UnitId> USUAL_IDS = callSigns(USUAL);
  private static final List<Actor> USUAL_CREWS = crews(USUAL_IDS);

  private final Trace trace;
  private final List<UnitId> ids;
  private final List<Actor> crews;
  private final boolean[] free;

  /** By unit: the node it stands at, or has left for home. */
  private final int[] from;

  /** By unit: when it left for home; NaN while it stands. */
  private final double[] leftAt;

  TraceUnits(Trace trace) {
    this.trace = trace;
    int size = trace.bases().size();
    ids = size <= USUAL ? USUAL_IDS.subList(0, size) : callSigns(size);
    crews = size <= USUAL ? USUAL_CREWS.subList(0, size) : crews(ids);
    free = new boolean[size];
    from = new int[size];
    leftAt = new double[size];
    for (int unit = 0; unit < size; unit++) {
      free[unit] = true;
      from[unit] = trace.bases().get(unit);
      leftAt[unit] = Double.NaN;
    }
  }

  /** In the order of units, so that the engine's ties go to the first unit. */
  private static List<UnitId> callSigns(int size) {
    return IntStream.range(0, size)
        .mapToObj(unit -> new UnitId(String.format(Locale.ROOT, "U%04d", unit)))
        .toList();
  }

  private static List<Actor> crews(List<UnitId> ids) {
    return ids.stream().map(id -> Actor.user(id.value())).toList();
  }

  List<UnitId> ids() {
    return ids;
  }

  /** Who reports for each unit. */
  List<Actor> crews() {
    return crews;
  }

  /** The number of a unit by its call sign. */
  static int numberOf(UnitId id) {
    return Integer.parseInt(id.value(), 1, id.value().length(), 10);
  }

  /** The drives of all free units to a node. */
  List<TravelQuote> quotes(int to, double now) {
    List<TravelQuote> quotes = new ArrayList<>(free.length);
    for (int unit = 0; unit < free.length; unit++) {
      if (free[unit]) {
        int millis = trace.drives().millis(nodeOf(unit, now), to);
        quotes.add(new TravelQuote(ids.get(unit), millis, false, 0));
      }
    }
    return quotes;
  }

  /** A unit is sent; the node that it sets off from. */
  int send(int unit, double now) {
    int node = nodeOf(unit, now);
    free[unit] = false;
    from[unit] = node;
    leftAt[unit] = Double.NaN;
    return node;
  }

  /** A unit is free again at a node, and stands there. */
  void release(int unit, int node) {
    free[unit] = true;
    from[unit] = node;
    leftAt[unit] = Double.NaN;
  }

  /** A unit leaves for home, unless it has been sent meanwhile. */
  void goHome(int unit, double now) {
    if (free[unit]) {
      leftAt[unit] = now;
    }
  }

  private int nodeOf(int unit, double now) {
    if (Double.isNaN(leftAt[unit])) {
      return from[unit];
    }
    int base = trace.bases().get(unit);
    double drive = trace.drives().minutes(from[unit], base) / SIREN_SHARE;
    double gone = now - leftAt[unit];
    if (gone >= drive) {
      from[unit] = base;
      leftAt[unit] = Double.NaN;
      return base;
    }
    double share = gone / drive;
    NodePlane plane = trace.plane();
    double x = plane.x(from[unit]) + share * (plane.x(base) - plane.x(from[unit]));
    double y = plane.y(from[unit]) + share * (plane.y(base) - plane.y(from[unit]));
    return plane.nearest(x, y);
  }
}
