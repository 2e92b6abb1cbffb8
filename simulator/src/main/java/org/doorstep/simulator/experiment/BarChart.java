package org.doorstep.simulator.experiment;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Bars side by side, as PNG. Needs no screen. */
public final class BarChart {
  private BarChart() {}

  /**
   * Draws one.
   *
   * @param across what stands below the bars
   * @param bars heights by the name of the series, as many as {@code across}
   */
  public static byte[] png(
      String title,
      String acrossWords,
      String upWords,
      List<String> across,
      Map<String, List<Double>> bars) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Plots.WIDTH)
            .height(Plots.HEIGHT)
            .title(title)
            .xAxisTitle(acrossWords)
            .yAxisTitle(upWords)
            .build();
    Plots.style(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setLabelsVisible(true);
    bars.forEach((name, heights) -> chart.addSeries(name, across, heights));
    return Plots.png(chart);
  }
}
