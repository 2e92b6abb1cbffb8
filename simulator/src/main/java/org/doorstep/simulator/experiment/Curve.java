package org.doorstep.simulator.experiment;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param line its name in the legend
 * @param values one for each step of the chart's axis; NaN where there is none
 */
public record Curve(ChartKind chart, String line, List<Double> values) {
  public Curve {
    values = List.copyOf(values);
  }
}
