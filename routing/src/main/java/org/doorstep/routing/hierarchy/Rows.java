package org.doorstep.routing.hierarchy;

/** The inner loop of tables. */
final class Rows {
  private Rows() {}

  /**
   * Lowers each time to what the way over a node takes.
   *
   * <p>Written without a branch, and over whole arrays: that is what the compiler of Java 17 makes
   * vector instructions of, five times as fast as {@code Math.min}; see DECISIONS.md.
   *
   * @param fromNode by column, at most {@link Hierarchy#UNREACHABLE}
   * @param toNode time to the node, less than that
   * @param least is lowered, by column
   */
  static void meet(int[] fromNode, int toNode, int[] least, int columns) {
    for (int t = 0; t < columns; t++) {
      int gain = toNode + fromNode[t] - least[t];
      least[t] += gain & (gain >> 31);
    }
  }
}
