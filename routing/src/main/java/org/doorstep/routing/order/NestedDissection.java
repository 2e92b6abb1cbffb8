package org.doorstep.routing.order;

import java.util.Arrays;
import java.util.concurrent.RecursiveAction;

/**
 * The order of contraction of a graph that lies in the plane, by nested dissection.
 *
 * <p>Nodes of low degree go first ({@link LowDegree}). What is left is cut in two by few nodes,
 * which go last, and both sides are treated in the same way. Cuts are found by inertial flow [1]:
 * the nodes are sorted along a line, the first and the last of them are the terminals, and the
 * smallest of the cuts along several lines, for its balance, is taken. The order depends on the
 * graph and its coordinates only, so it is found once and is good for any weights [2].
 *
 * <p>Uses the common pool; the result does not depend on the number of its threads.
 *
 * <p>[1] Schild, Sommer: On Balanced Separators in Road Networks. SEA 2015. [2] Dibbelt, Strasser,
 * Wagner: Customizable Contraction Hierarchies. JEA 2016.
 */
public final class NestedDissection {
  /**
   * Directions along which nodes are sorted, as east and north. Each has its opposite, because a
   * cut lies as near to the first nodes as it can.
   */
  private static final double[][] LINES = {
    {1, 0}, {0, 1}, {1, 1}, {1, -1}, {-1, 0}, {0, -1}, {-1, -1}, {-1, 1}
  };

  private static final double TERMINAL_SHARE = 0.25;
  private static final int LEAF_SIZE_MAX = 6;
  private static final int FORK_SIZE_MIN = 2_000;

  private final double[] east;
  private final double[] north;
  private final int[] order;

  private NestedDissection(int nodeCount, double[] east, double[] north) {
    this.east = east;
    this.north = north;
    this.order = new int[nodeCount];
  }

  /**
   * Finds the order.
   *
   * @param east of each node, in any unit of length
   * @param north of each node, in the same unit
   * @return all nodes, the one that is contracted first, and so matters least, in front
   */
  public static int[] order(Adjacency graph, double[] east, double[] north) {
    int nodeCount = graph.nodeCount();
    NestedDissection dissection = new NestedDissection(nodeCount, east, north);
    LowDegree low = new LowDegree(graph);
    int[] lowest = low.run();
    System.arraycopy(lowest, 0, dissection.order, 0, lowest.length);
    Piece rest = Piece.ofRest(low, nodeCount);
    dissection.new Part(rest, lowest.length).invoke();
    return dissection.order;
  }

  /** Puts the nodes of one piece into their places from {@code from} on. */
  private final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final transient Piece piece;
    private final int from;

    Part(Piece piece, int from) {
      this.piece = piece;
      this.from = from;
    }

    @Override
    protected void compute() {
      if (piece.size() <= LEAF_SIZE_MAX) {
        for (int v = 0; v < piece.size(); v++) {
          order[from + v] = piece.node(v);
        }
        return;
      }
      Split split = connectedParts();
      if (split.parts == 1) {
        split = bestCut();
      }
      place(split);
    }

    private void place(Split split) {
      int end = from + piece.size();
      for (int v = 0; v < piece.size(); v++) {
        if (split.labels[v] == Split.CUT) {
          order[--end] = piece.node(v);
        }
      }
      Piece[] parts = Piece.parts(piece, split.labels, split.parts);
      Part[] children = new Part[parts.length];
      int next = from;
      for (int i = 0; i < parts.length; i++) {
        children[i] = new Part(parts[i], next);
        next += parts[i].size();
      }
      if (piece.size() >= FORK_SIZE_MIN) {
        invokeAll(children);
      } else {
        for (Part child : children) {
          child.compute();
        }
      }
    }

    private Split connectedParts() {
      Split split = new Split(piece.size());
      Arrays.fill(split.labels, Split.CUT);
      int[] queue = new int[piece.size()];
      for (int start = 0; start < piece.size(); start++) {
        if (split.labels[start] != Split.CUT) {
          continue;
        }
        int queued = 0;
        queue[queued++] = start;
        split.labels[start] = split.parts;
        for (int i = 0; i < queued; i++) {
          for (int k = piece.begin(queue[i]); k < piece.end(queue[i]); k++) {
            int w = piece.neighbour(k);
            if (split.labels[w] == Split.CUT) {
              split.labels[w] = split.parts;
              queue[queued++] = w;
            }
          }
        }
        split.parts++;
      }
      return split;
    }

    private Split bestCut() {
      Split best = new Split(piece.size());
      double least = Double.MAX_VALUE;
      for (double[] line : LINES) {
        // A larger cut than this cannot be better, however even its sides are.
        int most = (int) Math.min(piece.size(), least * piece.size() / 2);
        Split found = cutAlong(line[0], line[1], most);
        if (found.cost() < least) {
          least = found.cost();
          best = found;
        }
      }
      return best;
    }

    private Split cutAlong(double x, double y, int most) {
      int size = piece.size();
      int[] sorted = sortedAlong(x, y);
      boolean[] isFirst = new boolean[size];
      boolean[] isLast = new boolean[size];
      int terminals = Math.max(1, (int) (size * TERMINAL_SHARE));
      for (int i = 0; i < terminals; i++) {
        isFirst[sorted[i]] = true;
        isLast[sorted[size - 1 - i]] = true;
      }
      Split split = new Split(size);
      VertexCut cut = new VertexCut(piece, isFirst, isLast);
      if (cut.find(most)) {
        split.take(cut);
      }
      return split;
    }

    /** The nodes of the piece in their order along a line; ties go to the lower number. */
    private int[] sortedAlong(double x, double y) {
      double[] along = new double[piece.size()];
      Arrays.setAll(along, v -> x * east[piece.node(v)] + y * north[piece.node(v)]);
      double least = Arrays.stream(along).min().orElse(0);
      double span = Arrays.stream(along).max().orElse(0) - least;
      double scale = span > 0 ? Integer.MAX_VALUE / span : 0;
      // A place along the line and a node in one number, so that numbers can be sorted.
      long[] keys = new long[piece.size()];
      Arrays.setAll(keys, v -> (long) ((along[v] - least) * scale) << 32 | v);
      Arrays.sort(keys);
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
  }

  /** Which part each node of a piece falls to; or that it is cut. */
  private static final class Split {
    static final int CUT = -1;

    private final int[] labels;
    private int parts;
    private int cutSize;
    private int smallerSide;

    Split(int size) {
      labels = new int[size];
    }

    void take(VertexCut cut) {
      int near = 0;
      for (int v = 0; v < labels.length; v++) {
        if (cut.isCut(v)) {
          labels[v] = CUT;
          cutSize++;
        } else if (cut.isNear(v)) {
          near++;
        } else {
          labels[v] = 1;
        }
      }
      parts = 2;
      smallerSide = Math.min(near, labels.length - near - cutSize);
    }

    /** Cut nodes for each node of the smaller side; without a cut as much as can be. */
    double cost() {
      return parts == 0 ? Double.MAX_VALUE : (double) cutSize / Math.max(1, smallerSide);
    }
  }
}
