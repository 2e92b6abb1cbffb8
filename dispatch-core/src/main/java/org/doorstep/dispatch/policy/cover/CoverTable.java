package org.doorstep.dispatch.policy.cover;

/**
 * Which zones each place covers, and how well. A place is wherever a unit can stand (a base, a
 * post, a hospital, a zone), a zone is where calls come from; both are indexes from 0. Immutable.
 *
 * <p>Made once for a state of the roads and a reach; a question then looks only at the zones that a
 * place covers.
 */
public final class CoverTable {
  private final int places;
  private final int zones;
  private final int[] driveMillis;
  private final Reach reach;

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
    if (places < 1 || zones < 1 || driveMillis.length != places * zones) {
      throw new IllegalArgumentException(
          "A table of (%d) places and (%d) zones, one each at least, cannot have (%d) drives."
              .formatted(places, zones, driveMillis.length));
    }
    this.places = places;
    this.zones = zones;
    this.driveMillis = driveMillis.clone();
    this.reach = reach;
    first = new int[places + 1];
    for (int place = 0; place < places; place++) {
      first[place + 1] = first[place] + countCovered(place);
    }
    zone = new int[first[places]];
    share = new double[first[places]];
    fill();
  }

  /** The same drives under another reach. */
  public CoverTable under(Reach other) {
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

  /** The reach it was made for. */
  public Reach reach() {
    return reach;
  }

  /** The drive from a place to a zone; {@link Integer#MAX_VALUE} where there is no way. */
  public int driveMillis(int place, int to) {
    return driveMillis[place * zones + to];
  }

  /** Whether every share is 0 or 1. */
  boolean isHard() {
    return reach.softnessMillis() == 0;
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
      count += reach.share(drive) > 0 ? 1 : 0;
    }
    return count;
  }

  private void fill() {
    int entry = 0;
    for (int place = 0; place < places; place++) {
      for (int to = 0; to < zones; to++) {
        double covered = reach.share(driveMillis(place, to));
        if (covered > 0) {
          zone[entry] = to;
          share[entry] = covered;
          entry++;
        }
      }
    }
  }
}
