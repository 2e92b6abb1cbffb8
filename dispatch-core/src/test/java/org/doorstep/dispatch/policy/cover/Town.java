package org.doorstep.dispatch.policy.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A town drawn from a seed, with units in it; cover is computed from its definition alone. */
final class Town {
  static final int TARGET = 720_000;

  final Random random;
  final int places;
  final int zones;
  final int[] drives;
  final double[] weights;
  final double busyShare;
  final List<Layer> layers;
  final CoverTable table;
  final Demand demand;
  final List<Stand> stands = new ArrayList<>();

  record Stand(int place, double chance) {}

  Town(long seed) {
    random = new Random(seed);
    places = 1 + random.nextInt(12);
    zones = 1 + random.nextInt(40);
    drives = new int[places * zones];
    // Few different drives make ties.
    int step = random.nextBoolean() ? 1 : 120_000;
    for (int i = 0; i < drives.length; i++) {
      drives[i] = random.nextInt(1_800_000) / step * step;
    }
    weights = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      weights[zone] = random.nextInt(4);
    }
    weights[random.nextInt(zones)] += 1;
    busyShare = 0.01 + 0.6 * random.nextDouble();
    Reach reach = random.nextBoolean() ? Reach.hard(TARGET) : new Reach(TARGET, 40_000);
    Layer near = new Layer(Reach.hard(TARGET / 2), 0.3);
    layers = random.nextBoolean() ? Layer.only(reach) : List.of(new Layer(reach, 1), near);
    table = new CoverTable(places, zones, drives, layers);
    demand = Demand.of(weights);
    int units = 1 + random.nextInt(10);
    for (int unit = 0; unit < units; unit++) {
      double chance = random.nextBoolean() ? 1 : random.nextDouble();
      stands.add(new Stand(random.nextInt(places), chance));
    }
  }

  ExpectedCover cover() {
    ExpectedCover cover = new ExpectedCover(table, demand, busyShare, stands.size() + 1);
    for (int unit = 0; unit < stands.size(); unit++) {
      cover.put(unit, stands.get(unit).place(), stands.get(unit).chance());
    }
    return cover;
  }

  /** V by its definition. */
  double uncovered(List<Stand> there) {
    double sum = 0;
    double whole = 0;
    for (Layer layer : layers) {
      for (int zone = 0; zone < zones; zone++) {
        double missed = weights[zone] * layer.weight();
        whole += missed;
        for (Stand each : there) {
          double share = layer.reach().share(drives[each.place() * zones + zone]);
          missed *= 1 - (1 - busyShare) * each.chance() * share;
        }
        sum += missed;
      }
    }
    return sum / whole;
  }

  List<Stand> without(int unit) {
    List<Stand> others = new ArrayList<>(stands);
    others.remove(unit);
    return others;
  }

  List<Stand> moved(int unit, int place) {
    List<Stand> others = new ArrayList<>(stands);
    others.set(unit, new Stand(place, 1));
    return others;
  }
}
