package org.doorstep.routing.hierarchy;

import java.util.Arrays;

/**
 * A list of places as searches see them: each is at most two nodes with the time between place and
 * node, and the lane it lies on. Grows, and may be cleared and used again; confined to one thread.
 *
 * <p>The two nodes of a place must be neighbours in the graph, or the same. Two places on one lane
 * can be reached from each other without passing a node: a lane is driven forwards and backwards,
 * and each place knows how long it is to the end that way.
 */
public final class Ends {
  /** No node, no lane, or a direction of a lane that is closed. */
  public static final int NONE = -1;

  private static final int FIELDS = 9;

  private int[] fields;
  private int size;

  /** An empty list with room for so many places. */
  public Ends(int room) {
    fields = new int[FIELDS * Math.max(1, room)];
  }

  /** Adds a place that can be reached, or left, nowhere. */
  public void addNowhere() {
    add(NONE, 0, NONE, 0);
  }

  /** Adds a place at a node. */
  public void add(int node) {
    add(node, 0, NONE, 0);
  }

  /**
   * Adds a place between two nodes, on no lane.
   *
   * @param nodeA a node of the graph, or {@link #NONE}
   * @param millisA time between the place and that node, 0 or more
   * @param nodeB a neighbour of the first, the same, or {@link #NONE}
   * @param millisB time between the place and that node, 0 or more
   */
  public void add(int nodeA, int millisA, int nodeB, int millisB) {
    int at = FIELDS * size;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, 2 * fields.length);
    }
    fields[at] = nodeA;
    fields[at + 1] = millisA;
    fields[at + 2] = nodeB;
    fields[at + 3] = millisB;
    size++;
    lane(NONE, NONE, NONE);
  }

  /**
   * Says on which lane the place lies that was added last.
   *
   * @param lane any number that names it
   * @param toEndForwards time to its end when it is driven forwards, or {@link #NONE}
   * @param toEndBackwards time to its other end when it is driven backwards, or {@link #NONE}
   */
  public void lane(int lane, int toEndForwards, int toEndBackwards) {
    int at = FIELDS * (size - 1);
    fields[at + 4] = lane;
    fields[at + 5] = toEndForwards;
    fields[at + 6] = toEndBackwards;
    fields[at + 7] = 0;
    fields[at + 8] = 0;
  }

  /**
   * Says what it costs at the place that was added last, and whose lane is known, to go either way
   * along the lane; already contained in the times to its nodes.
   */
  public void turnRound(int millisForwards, int millisBackwards) {
    int at = FIELDS * (size - 1);
    fields[at + 7] = millisForwards;
    fields[at + 8] = millisBackwards;
  }

  /** Adds a place of another list. */
  public void addCopy(Ends other, int otherPlace) {
    addNowhere();
    set(size - 1, other, otherPlace);
  }

  /** Forgets all places. */
  public void clear() {
    size = 0;
  }

  /** How many places there are. */
  public int size() {
    return size;
  }

  int nodeA(int place) {
    return fields[FIELDS * place];
  }

  int millisA(int place) {
    return fields[FIELDS * place + 1];
  }

  int nodeB(int place) {
    return fields[FIELDS * place + 2];
  }

  int millisB(int place) {
    return fields[FIELDS * place + 3];
  }

  int lane(int place) {
    return fields[FIELDS * place + 4];
  }

  /** Makes a place of this list the same as one of another. */
  void set(int place, Ends other, int otherPlace) {
    System.arraycopy(other.fields, FIELDS * otherPlace, fields, FIELDS * place, FIELDS);
  }

  /**
   * The time from one place to another on the same lane without leaving it; {@link
   * Hierarchy#UNREACHABLE} if that is not possible.
   */
  static int along(Ends sources, int source, Ends targets, int target) {
    int from = FIELDS * source;
    int to = FIELDS * target;
    int least = Hierarchy.UNREACHABLE;
    if (targets.fields[to + 5] != NONE && sources.fields[from + 5] >= targets.fields[to + 5]) {
      least = sources.fields[from + 5] - targets.fields[to + 5] + sources.fields[from + 7];
    }
    if (targets.fields[to + 6] != NONE && sources.fields[from + 6] >= targets.fields[to + 6]) {
      int back = sources.fields[from + 6] - targets.fields[to + 6] + sources.fields[from + 8];
      least = Math.min(least, back);
    }
    return least;
  }
}
