package org.doorstep.routing.hierarchy;

/**
 * A way as the hierarchy knows it, in arcs over many nodes at a time: which arc of the graph is
 * driven at a moment is found without taking all of them apart. Immutable; safe for any number of
 * threads.
 */
public final class Pieces {
  private static final int FIELDS = 3;

  private final Unpacking unpacking;

  /** By piece: the positions of its ends and its time. */
  private final int[] pieces;

  Pieces(Hierarchy hierarchy, int[] pieces) {
    this.unpacking = new Unpacking(hierarchy);
    this.pieces = pieces;
  }

  /** The time from the first node to the last. */
  public int millis() {
    int sum = 0;
    for (int i = 0; i < pieces.length; i += FIELDS) {
      sum += pieces[i + 2];
    }
    return sum;
  }

  /**
   * The arc that is driven at a moment; one that takes no time is never driven.
   *
   * @param millis since the first node, in {@code [0, millis())}
   */
  public Driven at(int millis) {
    int piece = 0;
    int begun = 0;
    while (begun + pieces[piece + 2] <= millis) {
      begun += pieces[piece + 2];
      piece += FIELDS;
    }
    return unpacking.at(pieces[piece], pieces[piece + 1], pieces[piece + 2], begun, millis);
  }

  /**
   * An arc of the graph on a way.
   *
   * @param begunMillis when it is begun, since the first node
   * @param takesMillis how long it takes
   */
  public record Driven(int arc, int begunMillis, int takesMillis) {}
}
