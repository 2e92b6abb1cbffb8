package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.doorstep.routing.westkent.Network.Kind;

/**
 * Joins what rivers and motorways have cut off to the rest by short links; what cannot be joined is
 * left out of the map.
 */
final class Islands {
  private static final double LINK_METERS = 900;
  private static final int DIRECTIONS = 16;
  private static final int POINTS_TRIED_MAX = 60;
  private static final int ROUNDS_MAX = 6;

  private final Network network;
  private Groups groups = new Groups(0);
  private int mainland;

  Islands(Network network) {
    this.network = network;
  }

  /** Links islands to the mainland, in several rounds: a link may lead to another island. */
  List<Way> join() {
    for (int round = 0; round < ROUNDS_MAX; round++) {
      regroup();
      if (linkAll() == 0) {
        break;
      }
    }
    regroup();
    return network.ways().stream().filter(this::isKept).toList();
  }

  private boolean isKept(Way way) {
    return way.kind() == Kind.RIVER || groups.of(way.points()[0]) == mainland;
  }

  private void regroup() {
    groups = new Groups(network.pointCount());
    for (Way way : network.ways()) {
      if (way.kind() != Kind.RIVER) {
        int[] course = network.course(way);
        for (int i = 1; i < course.length; i++) {
          groups.join(course[i - 1], course[i]);
        }
      }
    }
    int[] sizes = new int[network.pointCount()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[groups.of(i)]++;
    }
    mainland = 0;
    for (int i = 0; i < sizes.length; i++) {
      mainland = sizes[i] > sizes[mainland] ? i : mainland;
    }
  }

  private int linkAll() {
    int links = 0;
    int[] tried = new int[network.pointCount()];
    for (Way way : List.copyOf(network.ways())) {
      int island = groups.of(way.points()[0]);
      if (way.kind() == Kind.RIVER || island == mainland || tried[island] > POINTS_TRIED_MAX) {
        continue;
      }
      for (int point : way.points()) {
        tried[island]++;
        if (link(point, island)) {
          links++;
          tried[island] = POINTS_TRIED_MAX + 1;
          break;
        }
      }
    }
    return links;
  }

  /** Looks around from a point for the first road, street or lane that is not of its island. */
  private boolean link(int point, int island) {
    double x = network.x(point);
    double y = network.y(point);
    for (int d = 0; d < DIRECTIONS; d++) {
      double angle = 2 * Math.PI * d / DIRECTIONS;
      double endX = x + LINK_METERS * StrictMath.cos(angle);
      double endY = y + LINK_METERS * StrictMath.sin(angle);
      for (Grid.Hit hit : network.grid().hits(x, y, endX, endY, EnumSet.allOf(Kind.class))) {
        Grid.Stretch met = network.grid().stretch(hit.stretch());
        if (met.from() == point || met.to() == point || hit.along() < 0.001) {
          continue;
        }
        if (hit.kind() == Kind.RIVER || hit.kind() == Kind.SEALED || hit.kind() == Kind.STUB) {
          break;
        }
        if (groups.of(met.from()) == island) {
          break;
        }
        List<Integer> line = new ArrayList<>();
        line.add(point);
        line.add(network.junction(hit.stretch(), hit.share()));
        network.add(Kind.LANE, Tags.street("unclassified", ""), line);
        return true;
      }
    }
    return false;
  }
}
