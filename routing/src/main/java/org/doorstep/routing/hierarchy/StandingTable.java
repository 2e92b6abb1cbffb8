package org.doorstep.routing.hierarchy;

import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;

/**
 * Times from moving units to any place, kept ready: to move a unit is one climb, and to ask for all
 * units at once is one climb too.
 *
 * <p>One thread moves units; any number of threads ask, each with a {@link Reader} of its own. An
 * answer is that of one moment between two moves. Nothing is allocated on either way once buckets
 * have grown to their size.
 *
 * <p>Each unit has an entry in a bucket at every node above it, as {@link Tables} have for targets.
 * A bucket is a sorted list of units while it is small, and a row with a column for each unit when
 * it holds many.
 */
public final class StandingTable {
  private static final int ROW_SHARE = 8;
  private static final int ROW_UNITS_MIN = 16;
  private static final int LIST_ROOM = 4;
  private static final int GLANCES_MAX = 4;

  private final Hierarchy hierarchy;
  private final Topology topology;
  private final Climb climb;
  private final int rowUnitsMin;

  /** Guards everything below: written under the write lock, read optimistically first. */
  private final StampedLock lock = new StampedLock();

  /** By position: one more than the number of its bucket; 0 if it never had one. */
  private final int[] bucketOf;

  private int[][] rows = new int[64][];
  private int[][] lists = new int[64][];
  private int[] counts = new int[64];
  private int buckets;

  /** By unit: the position of its lower end, and its place. */
  private final int[] lowerEnd;

  private final Ends current;
  private int columns;

  /**
   * A table without units.
   *
   * @param units their numbers are {@code [0, units)}
   */
  public StandingTable(Hierarchy hierarchy, int units) {
    this.hierarchy = hierarchy;
    topology = hierarchy.topology;
    climb = new Climb(topology);
    rowUnitsMin = Math.max(ROW_UNITS_MIN, units / ROW_SHARE);
    bucketOf = new int[topology.nodeCount()];
    lowerEnd = new int[units];
    Arrays.fill(lowerEnd, Topology.NONE);
    current = new Ends(units);
    for (int unit = 0; unit < units; unit++) {
      current.addNowhere();
    }
  }

  /** How many units there may be. */
  public int units() {
    return lowerEnd.length;
  }

  /**
   * Puts a unit to a place, or moves it there. Not to be called by two threads at a time.
   *
   * @param unit its number
   */
  public void put(int unit, Ends places, int place) {
    climb.run(hierarchy, Direction.FROM, places, place);
    long stamp = lock.writeLock();
    try {
      leaveOldWay(unit);
      for (int at = 0; at <= climb.deepest(); at++) {
        if (climb.millisAt(at) < Hierarchy.UNREACHABLE) {
          enter(climb.nodeAt(at), unit, climb.millisAt(at));
        }
      }
      lowerEnd[unit] = climb.deepest() < 0 ? Topology.NONE : climb.nodeAt(climb.deepest());
      current.set(unit, places, place);
      columns = Math.max(columns, unit + 1);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /**
   * Takes a unit out; it is unreachable from then on. Not to be called by two threads at a time.
   */
  public void remove(int unit) {
    Ends nowhere = new Ends(1);
    nowhere.addNowhere();
    put(unit, nowhere, 0);
  }

  /** A reader for one thread. */
  public Reader reader() {
    return new Reader();
  }

  /** Asks the table; confined to one thread. */
  public final class Reader {
    private final Climb climb = new Climb(topology);

    /**
     * Finds the time from every unit to one place.
     *
     * @param millis is filled by unit; {@link Hierarchy#UNREACHABLE} where there is no way or no
     *     unit
     * @throws IllegalArgumentException if the array is shorter than {@link #units}
     */
    public void fill(Ends places, int place, int[] millis) {
      if (millis.length < units()) {
        throw new IllegalArgumentException(
            "The array (%d) must hold (%d) units.".formatted(millis.length, units()));
      }
      climb.run(hierarchy, Direction.TO, places, place);
      for (int glance = 0; glance < GLANCES_MAX; glance++) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0 && gather(places, place, millis) && lock.validate(stamp)) {
          return;
        }
      }
      long stamp = lock.readLock();
      try {
        gather(places, place, millis);
      } finally {
        lock.unlockRead(stamp);
      }
    }

    /** Whether nothing impossible was seen, as it may be while a unit is moved. */
    private boolean gather(Ends places, int place, int[] millis) {
      Arrays.fill(millis, 0, units(), Hierarchy.UNREACHABLE);
      int[][] rowsNow = rows;
      int[][] listsNow = lists;
      int[] countsNow = counts;
      for (int at = 0; at <= climb.deepest(); at++) {
        int toPlace = climb.millisAt(at);
        int bucket = bucketOf[climb.nodeAt(at)] - 1;
        if (bucket < 0 || toPlace >= Hierarchy.UNREACHABLE) {
          continue;
        }
        if (bucket >= rowsNow.length || bucket >= listsNow.length || bucket >= countsNow.length) {
          return false;
        }
        int[] row = rowsNow[bucket];
        int[] list = listsNow[bucket];
        if (row != null) {
          Rows.meet(row, toPlace, millis, Math.min(columns, row.length));
        } else if (list != null) {
          meet(list, Math.min(countsNow[bucket], list.length / 2), toPlace, millis);
        }
      }
      meetOnLane(places, place, millis);
      return true;
    }

    private void meet(int[] list, int count, int toPlace, int[] millis) {
      for (int i = 0; i < 2 * count; i += 2) {
        millis[list[i]] = Math.min(millis[list[i]], list[i + 1] + toPlace);
      }
    }

    private void meetOnLane(Ends places, int place, int[] millis) {
      int wanted = places.lane(place);
      if (wanted == Ends.NONE) {
        return;
      }
      for (int unit = 0; unit < columns; unit++) {
        if (current.lane(unit) == wanted) {
          millis[unit] = Math.min(millis[unit], Ends.along(current, unit, places, place));
        }
      }
    }
  }

  /** Takes the unit out of the buckets that it will not be in any more. */
  private void leaveOldWay(int unit) {
    for (int v = lowerEnd[unit]; v != Topology.NONE; v = topology.parent[v]) {
      int at = topology.depth[v];
      boolean stays =
          at <= climb.deepest()
              && climb.nodeAt(at) == v
              && climb.millisAt(at) < Hierarchy.UNREACHABLE;
      if (!stays) {
        leave(v, unit);
      }
    }
  }

  private void enter(int node, int unit, int time) {
    int bucket = bucket(node);
    int[] row = rows[bucket];
    if (row != null) {
      counts[bucket] += row[unit] < Hierarchy.UNREACHABLE ? 0 : 1;
      row[unit] = time;
      return;
    }
    int at = find(bucket, unit);
    if (at >= 0) {
      lists[bucket][2 * at + 1] = time;
    } else if (counts[bucket] + 1 >= rowUnitsMin) {
      makeRow(bucket);
      enter(node, unit, time);
    } else {
      insert(bucket, -1 - at, unit, time);
    }
  }

  private void leave(int node, int unit) {
    int bucket = bucketOf[node] - 1;
    if (bucket < 0) {
      return;
    }
    int[] row = rows[bucket];
    if (row != null) {
      counts[bucket] -= row[unit] < Hierarchy.UNREACHABLE ? 1 : 0;
      row[unit] = Hierarchy.UNREACHABLE;
      // Half of what makes a row unmakes it, so that it does not change with every move.
      if (counts[bucket] < rowUnitsMin / 2) {
        makeList(bucket);
      }
      return;
    }
    int at = find(bucket, unit);
    if (at >= 0) {
      int[] list = lists[bucket];
      System.arraycopy(list, 2 * at + 2, list, 2 * at, 2 * (counts[bucket] - at - 1));
      counts[bucket]--;
    }
  }

  private int bucket(int node) {
    if (bucketOf[node] == 0) {
      if (buckets == counts.length) {
        rows = Arrays.copyOf(rows, 2 * buckets);
        lists = Arrays.copyOf(lists, 2 * buckets);
        counts = Arrays.copyOf(counts, 2 * buckets);
      }
      lists[buckets] = new int[2 * LIST_ROOM];
      bucketOf[node] = ++buckets;
    }
    return bucketOf[node] - 1;
  }

  /** Where the unit is in a list, or minus one less than where it belongs. */
  private int find(int bucket, int unit) {
    int[] list = lists[bucket];
    int low = 0;
    int high = counts[bucket] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (list[2 * middle] < unit) {
        low = middle + 1;
      } else if (list[2 * middle] > unit) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1 - low;
  }

  private void insert(int bucket, int at, int unit, int time) {
    int count = counts[bucket];
    if (2 * count == lists[bucket].length) {
      lists[bucket] = Arrays.copyOf(lists[bucket], 4 * count);
    }
    int[] list = lists[bucket];
    System.arraycopy(list, 2 * at, list, 2 * at + 2, 2 * (count - at));
    list[2 * at] = unit;
    list[2 * at + 1] = time;
    counts[bucket]++;
  }

  private void makeRow(int bucket) {
    int[] row = new int[units()];
    Arrays.fill(row, Hierarchy.UNREACHABLE);
    for (int i = 0; i < counts[bucket]; i++) {
      row[lists[bucket][2 * i]] = lists[bucket][2 * i + 1];
    }
    rows[bucket] = row;
  }

  private void makeList(int bucket) {
    int[] row = rows[bucket];
    int[] list = new int[2 * Math.max(LIST_ROOM, rowUnitsMin)];
    int count = 0;
    for (int unit = 0; unit < row.length; unit++) {
      if (row[unit] < Hierarchy.UNREACHABLE) {
        list[2 * count] = unit;
        list[2 * count++ + 1] = row[unit];
      }
    }
    lists[bucket] = list;
    rows[bucket] = null;
  }
}
