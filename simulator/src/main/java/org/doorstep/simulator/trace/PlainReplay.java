package org.doorstep.simulator.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A trace played without any engine: the yardstick for its speed, and its twin in tests. It
 * compares minutes, looks at all nodes for the nearest, and knows nothing of commands and events.
 */
final class PlainReplay {
  private static final double SIREN_SHARE = 0.95;

  private final Trace trace;
  private final PriorityQueue<Step> steps = new PriorityQueue<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final TraceOutcome[] outcomes;
  private final double[] cameAt;
  private final boolean[] busy;
  private final int[] place;
  private final double[] leftAt;
  private long planned;
  private double now;

  private record Step(double at, long order, Runnable what) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byTime = Double.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private PlainReplay(Trace trace) {
    this.trace = trace;
    int units = trace.bases().size();
    outcomes = new TraceOutcome[trace.calls().size()];
    cameAt = new double[trace.calls().size()];
    busy = new boolean[units];
    place = new int[units];
    leftAt = new double[units];
    for (int unit = 0; unit < units; unit++) {
      place[unit] = trace.bases().get(unit);
      leftAt[unit] = Double.NEGATIVE_INFINITY;
    }
  }

  static List<TraceOutcome> play(Trace trace) {
    PlainReplay replay = new PlainReplay(trace);
    replay.next(0, 0);
    while (!replay.steps.isEmpty()) {
      Step step = replay.steps.remove();
      replay.now = step.at();
      step.what().run();
    }
    return Arrays.asList(replay.outcomes);
  }

  private void plan(double at, Runnable what) {
    steps.add(new Step(at, planned++, what));
  }

  private void next(int call, double before) {
    if (call < outcomes.length) {
      double at = before + trace.calls().get(call).afterMinutes();
      plan(
          at,
          () -> {
            cameAt[call] = at;
            send(call);
            next(call + 1, at);
          });
    }
  }

  private void send(int call) {
    int best = -1;
    int from = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < busy.length; unit++) {
      if (!busy[unit]) {
        int node = node(unit);
        double minutes = trace.drives().minutes(node, trace.calls().get(call).node());
        if (minutes < least) {
          least = minutes;
          best = unit;
          from = node;
        }
      }
    }
    if (best >= 0) {
      go(best, from, call);
    } else if (trace.otherwise() == WhenNobodyIsFree.WAIT) {
      waiting.add(call);
    } else {
      outcomes[call] = TraceOutcome.passedOn(call, now);
    }
  }

  private void go(int unit, int from, int call) {
    busy[unit] = true;
    TraceCall each = trace.calls().get(call);
    double arrives = now + trace.drives().minutes(from, each.node());
    plan(arrives, () -> plan(arrives + each.onSceneMinutes(), () -> leave(unit, call, arrives)));
  }

  private void leave(int unit, int call, double arrived) {
    TraceCall each = trace.calls().get(call);
    if (!each.toHospital()) {
      finish(unit, call, arrived, TraceOutcome.NONE);
      return;
    }
    int hospital = trace.hospitals().get(0);
    for (int other : trace.hospitals()) {
      boolean nearer =
          trace.drives().minutes(each.node(), other)
              < trace.drives().minutes(each.node(), hospital);
      hospital = nearer ? other : hospital;
    }
    int chosen = hospital;
    double reaches = now + trace.drives().minutes(each.node(), chosen);
    plan(
        reaches,
        () -> plan(reaches + each.dropOffMinutes(), () -> finish(unit, call, arrived, chosen)));
  }

  private void finish(int unit, int call, double arrived, int hospital) {
    double came = cameAt[call];
    outcomes[call] = new TraceOutcome(call, unit, came, arrived - came, now, hospital);
    place[unit] = hospital == TraceOutcome.NONE ? trace.calls().get(call).node() : hospital;
    leftAt[unit] = now;
    busy[unit] = false;
    Integer next = waiting.poll();
    if (next != null) {
      go(unit, place[unit], next);
    }
  }

  private int node(int unit) {
    int base = trace.bases().get(unit);
    double drive = trace.drives().minutes(place[unit], base) / SIREN_SHARE;
    double gone = now - leftAt[unit];
    if (gone >= drive) {
      return base;
    }
    NodePlane plane = trace.plane();
    double share = gone / drive;
    double x = plane.x(place[unit]) + share * (plane.x(base) - plane.x(place[unit]));
    double y = plane.y(place[unit]) + share * (plane.y(base) - plane.y(place[unit]));
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int node = 0; node < trace.drives().nodes(); node++) {
      double dx = plane.x(node) - x;
      double dy = plane.y(node) - y;
      double distance = StrictMath.sqrt(dx * dx + dy * dy);
      if (distance < least) {
        least = distance;
        nearest = node;
      }
    }
    return nearest;
  }
}
