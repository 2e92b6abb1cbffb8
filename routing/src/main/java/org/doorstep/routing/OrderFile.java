package org.doorstep.routing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.routing.hierarchy.Topology;
import org.doorstep.routing.order.NestedDissection;

/**
 * The order of contraction of a map, kept beside its graph: finding it takes seconds, and it is
 * good for any weights.
 */
final class OrderFile {
  static final String FILE = "order.bin";

  private OrderFile() {}

  /** Finds the order of a graph. */
  static int[] find(RoadGraph roads, TurnGraph turns) {
    int nodes = turns.graph().nodeCount();
    double[][] flat = roads.flatNodes();
    double[] east = new double[nodes];
    double[] north = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      east[node] = flat[0][turns.junctionOf(node)];
      north[node] = flat[1][turns.junctionOf(node)];
    }
    return NestedDissection.order(Topology.adjacency(turns.graph()), east, north);
  }

  static void write(Path folder, int[] order) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
      out.writeInt(order.length);
      for (int node : order) {
        out.writeInt(node);
      }
    }
  }

  /**
   * Reads an order.
   *
   * @throws MapFault if it is not there, or is not that of the graph
   */
  static Topology load(Path folder, TurnGraph turns) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE))))) {
      int size = in.readInt();
      if (size != turns.graph().nodeCount()) {
        throw new IOException("it holds (%d) nodes".formatted(size));
      }
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[i] = in.readInt();
        if (order[i] < 0 || order[i] >= size) {
          throw new IOException("it names node (%d)".formatted(order[i]));
        }
      }
      return Topology.of(turns.graph(), order);
    } catch (IOException | IllegalArgumentException e) {
      throw new MapFault(
          "The map in (%s) is damaged: its %s, %s.\nMaybe import it again with import-map."
              .formatted(folder, FILE, e.getMessage()),
          e);
    }
  }
}
