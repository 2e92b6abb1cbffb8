package org.doorstep.routing.westkent;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.doorstep.routing.westkent.Network.Kind;

/** Dead ends that branch off: drives and yards in streets, tracks to farms off lanes. */
final class Drives {
  private static final EnumSet<Kind> ALL = EnumSet.allOf(Kind.class);

  /** A drive starts on its street: what it meets within this share is the street itself. */
  private static final double START = 0.02;

  /** Shorter stretches have no room beside them. */
  private static final double STRETCH_METERS_MIN = 15;

  private final Network network;
  private final Random random;

  Drives(Network network, Random random) {
    this.network = network;
    this.random = random;
  }

  /**
   * Branches drives off a way.
   *
   * @param perStretch how many are tried for each stretch on average
   * @param leastMeters shortest
   * @param mostMeters longest; a drive that would meet anything is not laid
   */
  void branch(Way way, double perStretch, double leastMeters, double mostMeters, Tags tags) {
    for (int i = 0; i + 1 < way.points().length; i++) {
      double tries = perStretch;
      while (random.nextDouble() < tries) {
        branch(way.firstStretch() + i, leastMeters, mostMeters, tags);
        tries -= 1;
      }
    }
  }

  private void branch(int stretch, double leastMeters, double mostMeters, Tags tags) {
    Grid.Stretch line = network.grid().stretch(stretch);
    if (line.length() < STRETCH_METERS_MIN) {
      return;
    }
    double share = 0.12 + 0.76 * random.nextDouble();
    double length = leastMeters + (mostMeters - leastMeters) * random.nextDouble();
    double side = random.nextBoolean() ? 1 : -1;
    double slant = (random.nextDouble() - 0.5) * 0.7;
    double ux = (line.x2() - line.x1()) / line.length();
    double uy = (line.y2() - line.y1()) / line.length();
    double x = line.xAt(share);
    double y = line.yAt(share);
    double endX = x + length * (slant * ux - side * uy);
    double endY = y + length * (slant * uy + side * ux);
    // A little farther than it goes, so that it does not end on another street's kerb.
    double farX = x + 1.25 * (endX - x);
    double farY = y + 1.25 * (endY - y);
    for (Grid.Hit hit : network.grid().hits(x, y, farX, farY, ALL)) {
      if (hit.along() > START || hit.stretch() != stretch) {
        return;
      }
    }
    int start = network.junction(stretch, share);
    network.add(Kind.STUB, tags, List.of(start, network.point(endX, endY)));
  }
}
