package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: the nearest node by cells is the one that a look at all nodes finds. */
class NodePlaneTest {
  @Test
  void nearest_anyPlaneAndPoint_isTheFirstOfTheNearest() {
    for (int seed = 1; seed <= 300; seed++) {
      Chance chance = Chance.of(seed, "plane");
      int size = chance.whole(1, 80);
      // Some planes are lines, some have many nodes on one spot.
      int width = chance.whole(0, 40);
      int height = chance.whole(0, 40);
      double[] x = new double[size];
      double[] y = new double[size];
      for (int node = 0; node < size; node++) {
        x[node] = chance.whole(0, width) * 100.0;
        y[node] = chance.whole(0, height) * 100.0;
      }
      NodePlane plane = new NodePlane(x, y);
      for (int i = 0; i < 60; i++) {
        double px = chance.between(-1_000, 5_000);
        double py = chance.whole(-10, 50) * 50.0;
        assertThat(plane.nearest(px, py)).as("seed %d", seed).isEqualTo(slow(x, y, px, py));
      }
    }
  }

  private static int slow(double[] x, double[] y, double px, double py) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int node = 0; node < x.length; node++) {
      double dx = x[node] - px;
      double dy = y[node] - py;
      double distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < least) {
        least = distance;
        best = node;
      }
    }
    return best;
  }
}
