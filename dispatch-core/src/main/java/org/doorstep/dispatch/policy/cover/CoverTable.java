package org.doorstep.dispatch.policy.cover;

import java.util.List;

/**
 * Which zones each place covers, and how well. A place is wherever a unit can stand (a base, a
 * post, a hospital, a zone), a zone is where calls come from; both are indexes from 0. Immutable.
 *
 * <p>Made once for a state of the roads and a reach; a question then looks only at the zones that a
 * place covers. Under several reaches at once every zone is there once for each, as if it were
 * several, each with its part of the demand.
 */
public final class CoverTable {
  private final int places;
  private final int zones;
  private final int[] driveMillis;
  private final List<Layer> layers;
  private final double weights;

  /** By place: where its entries begin in {@link #zone} and {@link #share}. */
  private final int[] first;

  private final int[] zone;
  private final double[] share;

  /**
   * The cover of places under a reach.
   *
   * @param driveMillis row-major from place to zone, {@code places * zones} of them, each zero or
   *     more; {@link Integer#MAX_VALUE} where there is no way
   */
  public CoverTable(int places, int zones, int[] driveMillis, Reach reach) {
    this(places, zones, driveMillis, Layer.only(reach));
  }

  /** The cover of places under several reaches at once, one at least. */
  public CoverTable(int places, int zones, int[] driveMillis, List<Layer> layers) {
    if (places < 1 || zones < 1 || driveMillis.length != places * zones) {
      throw new IllegalArgumentException(
          "A table of (%d) places and (%d) zones, one each at least, cannot have (%d) drives."
              .formatted(places, zones, driveMillis.length));
    }
    this.places = places;
    this.zones = zones;
    this.driveMillis = driveMillis.clone();
    this.layers = List.copyOf(layers);
    weights = layers.stream().mapToDouble(Layer::weight).sum();
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("A table must have a reach.");
    }
    first = new int[places + 1];
    for (int place = 0; place < places; place++) {
      first[place + 1] = first[place] + countCovered(place);
    }
    zone = new int[first[places]];
    share = new double[first[places]];
    fill();
  }

  /** The same drives under other reaches. */
  public CoverTable under(List<Layer> other) {
    return new CoverTable(places, zones, driveMillis, other);
  }

  /** How many places there are. */
  public int places() {
    return places;
  }

  /** How many zones there are. */
  public int zones() {
    return zones;
  }

  /** The reaches it was made for. */
  public List<Layer> layers() {
    return layers;
  }

  /** Each zone once for each layer: the zone {@code z} of a layer is {@code layer * zones + z}. */
  int columns() {
    return zones * layers.size();
  }

  /** The demand of a zone in a layer. */
  double demand(Demand demand, int column) {
    return demand.share(column % zones) * layers.get(column / zones).weight() / weights;
  }

  /** The drive from a place to a zone; {@link Integer#MAX_VALUE} where there is no way. */
  public int driveMillis(int place, int to) {
    return driveMillis[place * zones + to];
  }

  /** Whether every share is 0 or 1. */
  boolean isHard() {
    return layers.stream().allMatch(each -> each.reach().softnessMillis() == 0);
  }

  /** Where the entries of a place begin; they end where those of the next begin. */
  int first(int place) {
    return first[place];
  }

  int zone(int entry) {
    return zone[entry];
  }

  double share(int entry) {
    return share[entry];
  }

  /** The most zones that any place covers. */
  int coveredMax() {
    int most = 0;
    for (int place = 0; place < places; place++) {
      most = Math.max(most, first[place + 1] - first[place]);
    }
    return most;
  }

  private int countCovered(int place) {
    int count = 0;
    for (int to = 0; to < zones; to++) {
      int drive = driveMillis(place, to);
      if (drive < 0) {
        throw new IllegalArgumentException(
            "The drive (%d ms) from the place (%d) to the zone (%d) must not be negative."
                .formatted(drive, place, to));
      }
      for (Layer each : layers) {
        count += each.reach().share(drive) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  private void fill() {
    int entry = 0;
    for (int place = 0; place < places; place++) {
      for (int column = 0; column < columns(); column++) {
        Reach reach = layers.get(column / zones).reach();
        double covered = reach.share(driveMillis(place, column % zones));
        if (covered > 0) {
          zone[entry] = column;
          share[entry] = covered;
          entry++;
        }
      }
    }
  }
}
