package org.doorstep.dispatch.policy.assignment;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The least cost as a solver by others finds it, on a square table: a column more for each row to
 * wait in, a row more for each column that stays free.
 */
final class KuhnMunkres {
  /** So dear that no forbidden pair is ever chosen. */
  private static final double NEVER = 1e6;

  private KuhnMunkres() {}

  static double cost(AssignmentCosts costs) {
    int side = costs.rows() + costs.columns();
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    Set<Integer> rows = new LinkedHashSet<>();
    Set<Integer> columns = new LinkedHashSet<>();
    for (int i = 0; i < side; i++) {
      rows.add(i);
      columns.add(side + i);
      graph.addVertex(i);
      graph.addVertex(side + i);
    }
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        graph.setEdgeWeight(graph.addEdge(row, side + column), weight(costs, row, column));
      }
    }
    return new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, rows, columns)
        .getMatching()
        .getWeight();
  }

  private static double weight(AssignmentCosts costs, int row, int column) {
    if (row >= costs.rows()) {
      return 0;
    }
    return column < costs.columns()
        ? Math.min(NEVER, costs.cost(row, column))
        : costs.waitCost(row);
  }
}
