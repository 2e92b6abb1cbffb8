package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * The way that a time in a table stands for, arc by arc. Confined to one thread.
 *
 * <p>Two climbs meet at the node over which the time was found; the arcs of the hierarchy that lead
 * there are then taken apart, each into the two over a lower node, until arcs of the graph are left
 * ({@link Unpacking}), as few ways are ever drawn: a millisecond for a way across a county.
 */
public final class Paths {
  private final Hierarchy hierarchy;
  private final Unpacking unpacking;
  private final Climb there;
  private final Climb back;

  /** Positions and times of arcs yet to be taken apart. */
  private int[] pending = new int[64];

  private int pendingSize;
  private int[] arcs = new int[256];
  private int size;
  private boolean leavesBySecond;
  private boolean comesBySecond;

  /** Room for paths of one hierarchy. */
  public Paths(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    unpacking = new Unpacking(hierarchy);
    there = new Climb(hierarchy.topology);
    back = new Climb(hierarchy.topology);
  }

  /**
   * Finds a shortest way from a place to another over nodes; a way along one lane is not looked
   * for.
   *
   * @return its time from place to place in milliseconds, or {@link Hierarchy#UNREACHABLE}; {@link
   *     #size} and {@link #arc} tell the way from the first node to the last
   */
  public int find(Ends sources, int source, Ends targets, int target) {
    int least = findPieces(sources, source, targets, target);
    while (pendingSize > 0) {
      pendingSize -= 3;
      resolve(pending[pendingSize], pending[pendingSize + 1], pending[pendingSize + 2]);
    }
    return least;
  }

  /**
   * Finds the way without taking it apart; {@link #pieces} keeps it.
   *
   * @return its time, as {@link #find} does
   */
  public int findPieces(Ends sources, int source, Ends targets, int target) {
    size = 0;
    pendingSize = 0;
    there.run(hierarchy, Direction.FROM, sources, source);
    back.run(hierarchy, Direction.TO, targets, target);
    int top = -1;
    int least = Hierarchy.UNREACHABLE;
    int common = Math.min(there.deepest(), back.deepest());
    for (int at = 0; at <= common && there.nodeAt(at) == back.nodeAt(at); at++) {
      int over = there.millisAt(at) + back.millisAt(at);
      if (over < least) {
        least = over;
        top = at;
      }
    }
    if (top >= 0) {
      layPieces(sources, source, targets, target, top);
    }
    return least;
  }

  /** The way that was found last by {@link #findPieces}. */
  public Pieces pieces() {
    int[] inOrder = new int[pendingSize];
    // They lie on a stack, the first of the way on top.
    for (int i = 0; i < pendingSize; i += 3) {
      System.arraycopy(pending, pendingSize - 3 - i, inOrder, i, 3);
    }
    return new Pieces(hierarchy, inOrder);
  }

  /** The time along the lane that two places may have in common, without any node. */
  public static int alongLane(Ends sources, int source, Ends targets, int target) {
    boolean same =
        sources.lane(source) != Ends.NONE && sources.lane(source) == targets.lane(target);
    return same ? Ends.along(sources, source, targets, target) : Hierarchy.UNREACHABLE;
  }

  /** Whether the way that was found leaves the source by its second node. */
  public boolean leavesBySecond() {
    return leavesBySecond;
  }

  /** Whether it comes to the target by its second node. */
  public boolean comesBySecond() {
    return comesBySecond;
  }

  /** How many arcs the way has; it may have none. */
  public int size() {
    return size;
  }

  /** The arc of the graph at a place of the way. */
  public int arc(int i) {
    return arcs[i];
  }

  private void layPieces(Ends sources, int source, Ends targets, int target, int top) {
    // Arcs are pushed last first, and so come off the stack in the order of the way.
    int[] descent = steps(back, hierarchy.down, targets, target, top);
    for (int i = descent.length - 1; i > 0; i--) {
      push(back.nodeAt(descent[i - 1]), back.nodeAt(descent[i]), gap(back, descent, i));
    }
    int[] ascent = steps(there, hierarchy.up, sources, source, top);
    leavesBySecond = !there.isFirstEnd(sources, source, ascent[ascent.length - 1]);
    comesBySecond = !back.isFirstEnd(targets, target, descent[descent.length - 1]);
    for (int i = 1; i < ascent.length; i++) {
      push(there.nodeAt(ascent[i]), there.nodeAt(ascent[i - 1]), gap(there, ascent, i));
    }
  }

  private static int gap(Climb climb, int[] steps, int i) {
    return climb.millisAt(steps[i - 1]) - climb.millisAt(steps[i]);
  }

  /** The depths of the nodes from the top down to an end of the place. */
  private static int[] steps(Climb climb, UpArcs up, Ends ends, int place, int top) {
    int[] steps = new int[climb.deepest() + 1];
    int count = 0;
    int at = top;
    while (at >= 0) {
      steps[count++] = at;
      at = climb.isEnd(ends, place, at) ? -1 : before(climb, up, at);
    }
    return Arrays.copyOf(steps, count);
  }

  private static int before(Climb climb, UpArcs up, int at) {
    for (int lower = at + 1; lower <= climb.deepest(); lower++) {
      int arc = up.millis(climb.nodeAt(lower), at);
      if (arc < Hierarchy.UNREACHABLE && climb.millisAt(lower) + arc == climb.millisAt(at)) {
        return lower;
      }
    }
    throw new IllegalStateException("A node was reached from nowhere.");
  }

  private void push(int from, int to, int millis) {
    if (pendingSize + 3 > pending.length) {
      pending = Arrays.copyOf(pending, 2 * pending.length);
    }
    pending[pendingSize++] = from;
    pending[pendingSize++] = to;
    pending[pendingSize++] = millis;
  }

  private void resolve(int from, int to, int millis) {
    int arc = unpacking.graphArc(from, to, millis);
    if (arc != Topology.NONE) {
      if (size == arcs.length) {
        arcs = Arrays.copyOf(arcs, 2 * size);
      }
      arcs[size++] = arc;
      return;
    }
    int low = unpacking.over(from, to, millis);
    push(low, to, unpacking.onwards(low, to));
    push(from, low, unpacking.there(low, from));
  }
}
