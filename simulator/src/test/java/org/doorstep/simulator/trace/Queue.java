package org.doorstep.simulator.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorstep.simulator.chance.Chance;

/**
 * Units that serve calls at random: as a trace for the engine, and as the numbers that theory
 * knows.
 *
 * <p>Drives are a billionth of a minute and stand only for who is preferred where.
 *
 * @param callsPerMinute from each place, at random
 * @param minutesPerCall mean of the exponential time on scene
 * @param preferences for each place, the units from the most to the least preferred
 */
record Queue(
    List<Double> callsPerMinute,
    double minutesPerCall,
    List<List<Integer>> preferences,
    WhenNobodyIsFree otherwise) {
  private static final double DRIVE_MINUTES = 1e-9;

  /** One place, units alike, and so much work for each unit. */
  static Queue ofOnePlace(int units, double load, WhenNobodyIsFree otherwise) {
    List<Integer> order = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      order.add(unit);
    }
    return new Queue(List.of(load * units / 40), 40, List.of(order), otherwise);
  }

  /** A few places that prefer units in orders of their own. */
  static Queue random(int units, double load, WhenNobodyIsFree otherwise, Chance chance) {
    int places = chance.whole(2, 6);
    List<Double> rates = new ArrayList<>();
    List<List<Integer>> preferences = new ArrayList<>();
    double sum = 0;
    for (int place = 0; place < places; place++) {
      rates.add(chance.between(0.2, 1));
      sum += rates.get(place);
      preferences.add(shuffled(units, chance));
    }
    double scale = load * units / 40 / sum;
    rates.replaceAll(rate -> rate * scale);
    return new Queue(rates, 40, preferences, otherwise);
  }

  private static List<Integer> shuffled(int units, Chance chance) {
    List<Integer> left = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      left.add(unit);
    }
    List<Integer> order = new ArrayList<>();
    while (!left.isEmpty()) {
      order.add(left.remove(chance.whole(0, left.size() - 1)));
    }
    return order;
  }

  int units() {
    return preferences.get(0).size();
  }

  int places() {
    return callsPerMinute.size();
  }

  double arrivals() {
    return callsPerMinute.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Work that is offered, in units. */
  double offered() {
    return arrivals() * minutesPerCall;
  }

  /** Calls of this queue; places come first among the nodes, then bases. */
  Trace trace(int calls, Chance chance) {
    int nodes = places() + units();
    double[] minutes = new double[nodes * nodes];
    Arrays.fill(minutes, DRIVE_MINUTES);
    for (int place = 0; place < places(); place++) {
      for (int rank = 0; rank < units(); rank++) {
        int base = places() + preferences.get(place).get(rank);
        minutes[base * nodes + place] = DRIVE_MINUTES * (rank + 1);
      }
    }
    double[] line = new double[nodes];
    List<Integer> bases = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      line[node] = node;
      if (node >= places()) {
        bases.add(node);
      }
    }
    return new Trace(
        new DriveMinutes(nodes, minutes),
        new NodePlane(line, line),
        bases,
        List.of(),
        draw(calls, chance),
        otherwise);
  }

  private List<TraceCall> draw(int calls, Chance chance) {
    List<TraceCall> drawn = new ArrayList<>(calls);
    for (int call = 0; call < calls; call++) {
      double gap = chance.exponential(1 / arrivals());
      double left = chance.between(0, arrivals());
      int place = 0;
      while (place < places() - 1 && left >= callsPerMinute.get(place)) {
        left -= callsPerMinute.get(place++);
      }
      drawn.add(new TraceCall(gap, place, chance.exponential(minutesPerCall), false, 0));
    }
    return drawn;
  }

  /** The share of calls that are lost, by Erlang's first formula. */
  double erlangB() {
    double blocked = 1;
    for (int unit = 1; unit <= units(); unit++) {
      blocked = offered() * blocked / (unit + offered() * blocked);
    }
    return blocked;
  }

  /** The share of calls that wait, by Erlang's second formula. */
  double erlangC() {
    double blocked = erlangB();
    return units() * blocked / (units() - offered() * (1 - blocked));
  }

  /** The mean wait of all calls in minutes. */
  double meanWait() {
    return erlangC() * minutesPerCall / (units() - offered());
  }

  /**
   * The share of time that a unit is busy, by the hypercube model [1]: the balance of all states of
   * which units are busy, solved by going through them until they stand still. Where calls wait,
   * the states beyond all busy follow each other in geometric order.
   *
   * <p>[1] Larson: A Hypercube Queuing Model for Facility Location and Redistricting in Urban
   * Emergency Services. Computers and Operations Research 1, 1974.
   */
  double hypercubeBusy(int unit) {
    double[] state = balance();
    int all = state.length - 1;
    double waiting = 0;
    if (otherwise == WhenNobodyIsFree.WAIT) {
      double growth = offered() / units();
      waiting = state[all] * growth / (1 - growth);
    }
    double total = Arrays.stream(state).sum() + waiting;
    double busy = waiting;
    for (int each = 0; each <= all; each++) {
      busy += (each >> unit & 1) == 1 ? state[each] : 0;
    }
    return busy / total;
  }

  private double[] balance() {
    int states = 1 << units();
    double rate = 1 / minutesPerCall;
    double[] state = new double[states];
    Arrays.fill(state, 1.0 / states);
    double change = 1;
    while (change > 1e-13) {
      change = 0;
      for (int each = 0; each < states; each++) {
        double in = 0;
        for (int unit = 0; unit < units(); unit++) {
          int bit = 1 << unit;
          if ((each & bit) == 0) {
            in += rate * state[each | bit];
          } else {
            in += callsSentTo(unit, each & ~bit) * state[each & ~bit];
          }
        }
        double out = Integer.bitCount(each) * rate + (each == states - 1 ? 0 : arrivals());
        double next = in / out;
        change = Math.max(change, Math.abs(next - state[each]));
        state[each] = next;
      }
      double sum = Arrays.stream(state).sum();
      for (int each = 0; each < states; each++) {
        state[each] /= sum;
      }
    }
    return state;
  }

  /** Calls a minute that find these units busy and this one the first that is not. */
  private double callsSentTo(int unit, int busy) {
    double calls = 0;
    for (int place = 0; place < places(); place++) {
      for (int each : preferences.get(place)) {
        if ((busy >> each & 1) == 0) {
          calls += each == unit ? callsPerMinute.get(place) : 0;
          break;
        }
      }
    }
    return calls;
  }
}
