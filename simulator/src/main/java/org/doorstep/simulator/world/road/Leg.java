package org.doorstep.simulator.world.road;

import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.routing.GeoPoint;

/**
 * What a vehicle is doing on the roads: standing at a place, or driving to one. Where it is on the
 * way is found only when somebody asks. Confined to one thread.
 */
public final class Leg {
  private final Roads roads;
  private final Supplier<Spot> begins;
  private final int from;
  private final int to;
  private final long departs;
  private final long arrives;
  private final GeoPoint leaves;
  private Optional<Way> way = Optional.empty();

  private Leg(
      Roads roads,
      Supplier<Spot> begins,
      GeoPoint leaves,
      int from,
      int to,
      long departs,
      long arrives) {
    this.leaves = leaves;
    this.roads = roads;
    this.begins = begins;
    this.from = from;
    this.to = to;
    this.departs = departs;
    this.arrives = arrives;
  }

  /** Standing at a place. */
  public static Leg standing(Roads roads, int place) {
    return new Leg(roads, () -> Spot.at(place), roads.places().point(place), place, place, 0, 0);
  }

  /**
   * Driving on from where this leg is at a moment.
   *
   * @param arrives when it comes there, not before it departs
   */
  public Leg on(int place, long departs, long arrives) {
    int fromPlace = departs >= this.arrives ? this.to : -1;
    return new Leg(roads, () -> spot(departs), about(departs), fromPlace, place, departs, arrives);
  }

  /** Where the vehicle set off. */
  public GeoPoint leaves() {
    return leaves;
  }

  /** Whether it is a fixed place where the vehicle is. */
  public boolean isAtPlace(long now) {
    return now >= arrives;
  }

  /** Where the leg leads. */
  public int to() {
    return to;
  }

  /** When it ends. */
  public long arrives() {
    return arrives;
  }

  /** About where the vehicle is: on the straight line, which costs no search. */
  public GeoPoint about(long now) {
    GeoPoint ends = roads.places().point(to);
    if (isAtPlace(now) || arrives <= departs) {
      return ends;
    }
    double share = StrictMath.max(0, (now - departs) / (double) (arrives - departs));
    return new GeoPoint(
        leaves.lat() + share * (ends.lat() - leaves.lat()),
        leaves.lon() + share * (ends.lon() - leaves.lon()));
  }

  /** Where the vehicle is. */
  public Spot spot(long now) {
    return isAtPlace(now) ? Spot.at(to) : way().after(planned(now));
  }

  /** The drive from there to a place, exactly; costs a search where it is on its way. */
  public int driveMillis(int place, boolean blueLight, long now) {
    return roads.driveMillis(spot(now), place, blueLight);
  }

  /** At least as long as the drive from there to a place is, without a search. */
  public int driveMillisMin(int place, boolean blueLight, long now) {
    if (isAtPlace(now)) {
      return roads.driveMillis(to, place, blueLight);
    }
    if (from < 0) {
      return 0;
    }
    // Whoever has driven for a while would need at least the rest.
    int whole = roads.driveMillis(from, place, blueLight);
    return whole >= Roads.UNREACHABLE ? 0 : Math.max(0, whole - planned(now));
  }

  /** At most as long as the drive is: by way of where the leg leads. */
  public int driveMillisMax(int place, boolean blueLight, long now) {
    int onwards = roads.driveMillis(to, place, blueLight);
    if (isAtPlace(now) || onwards >= Roads.UNREACHABLE) {
      return onwards;
    }
    int whole = from < 0 ? way().driveMillis() : roads.driveMillis(from, to, false);
    return whole >= Roads.UNREACHABLE ? Roads.UNREACHABLE : whole - planned(now) + onwards;
  }

  /** How much of the planned drive is behind, in milliseconds; traffic stretches all of it. */
  private int planned(long now) {
    int whole = from < 0 ? way().driveMillis() : roads.driveMillis(from, to, false);
    if (whole >= Roads.UNREACHABLE || arrives <= departs) {
      return 0;
    }
    double share = (now - departs) / (double) (arrives - departs);
    return (int) (StrictMath.max(0, StrictMath.min(1, share)) * whole);
  }

  private Way way() {
    if (way.isEmpty()) {
      way = Optional.of(roads.way(begins.get(), to));
    }
    return way.orElseThrow();
  }
}
