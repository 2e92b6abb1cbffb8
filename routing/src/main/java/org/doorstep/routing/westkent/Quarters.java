package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.westkent.Geography.Neighbourhood;
import org.doorstep.routing.westkent.Geography.Settlement;

/** All quarters of all settlements; who lives at a point is the quarter that is nearest to it. */
final class Quarters {
  /** Quarters of one town are drawn larger, so that no gaps are left between them. */
  private static final double OVERLAP = 1.25;

  private static final int QUARTER_RESIDENTS = 11_000;
  private static final double SPREAD = 1.05;
  private static final double GOLDEN_ANGLE = 2.399_963;

  private final List<Quarter> all = new ArrayList<>();

  Quarters(Geography geography) {
    for (Settlement settlement : geography.settlements()) {
      List<Neighbourhood> parts =
          geography.neighbourhoods().stream()
              .filter(n -> n.town().equals(settlement.at().name()))
              .toList();
      if (parts.isEmpty()) {
        addUnnamed(settlement);
      }
      for (Neighbourhood part : parts) {
        all.add(quarter(settlement, part.at(), settlement.population() * part.share(), OVERLAP));
      }
    }
  }

  /** A town of which no quarters are known gets some, in a spiral around its middle. */
  private void addUnnamed(Settlement settlement) {
    int parts = Math.max(1, settlement.population() / QUARTER_RESIDENTS);
    double radius =
        Math.sqrt(
            settlement.population() * 1_000_000.0 / density(settlement.population()) / Math.PI);
    for (int i = 0; i < parts; i++) {
      double out = parts == 1 ? 0 : SPREAD * radius * Math.sqrt((i + 0.5) / parts);
      double angle = GOLDEN_ANGLE * i + settlement.population() % 7;
      Geography.Spot at =
          new Geography.Spot(
              settlement.at().name() + (i == 0 ? "" : " " + i),
              settlement.at().x() + out * StrictMath.cos(angle),
              settlement.at().y() + out * StrictMath.sin(angle));
      double residents = (double) settlement.population() / parts;
      all.add(quarter(settlement, at, residents, parts == 1 ? 1 : OVERLAP));
    }
  }

  private static Quarter quarter(
      Settlement settlement, Geography.Spot at, double residents, double overlap) {
    double area = residents / density(settlement.population()) * 1_000_000;
    double radius = overlap * Math.sqrt(area / Math.PI);
    return new Quarter(at.name(), settlement, at.x(), at.y(), residents, radius);
  }

  /** Residents per square kilometre of built-up land, by the size of the settlement. */
  private static double density(int population) {
    if (population > 30_000) {
      return 4_200;
    }
    if (population > 8_000) {
      return 3_400;
    }
    return population > 2_500 ? 2_600 : 1_700;
  }

  List<Quarter> all() {
    return all;
  }

  Optional<Quarter> find(double x, double y) {
    Quarter nearest = null;
    for (Quarter quarter : all) {
      if (quarter.holds(x, y) && (nearest == null || quarter.power(x, y) < nearest.power(x, y))) {
        nearest = quarter;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The settlement whose middle is nearest. */
  Settlement nearest(double x, double y) {
    Quarter nearest = all.get(0);
    for (Quarter quarter : all) {
      if (quarter.power(x, y) < nearest.power(x, y)) {
        nearest = quarter;
      }
    }
    return nearest.settlement();
  }

  /** Distance in metres to the edge of the nearest settlement; negative inside. */
  double metersOutside(double x, double y) {
    double least = Double.MAX_VALUE;
    for (Quarter quarter : all) {
      least = Math.min(least, Plane.distance(quarter.x(), quarter.y(), x, y) - quarter.radius());
    }
    return least;
  }
}
