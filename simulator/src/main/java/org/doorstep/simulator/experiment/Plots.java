package org.doorstep.simulator.experiment;

import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.simulator.experiment.Summary.Change;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of an experiment, as PNG. Needs no screen. */
final class Plots {
  static final int WIDTH = 1_000;
  static final int HEIGHT = 620;
  private static final int MEASURES_MAX = 24;
  private static final double HAIR = 1e-3;
  private static final double PERCENT = 100;

  /** Okabe and Ito: told apart by people who see fewer colours. */
  private static final Color[] COLOURS = {
    new Color(0xD55E00),
    new Color(0x0072B2),
    new Color(0x009E73),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0xCC79A7),
    new Color(0x000000)
  };

  /** What a planner looks at first; others stand in the tables. */
  private static final List<String> SHOWN =
      List.of("-mean-seconds", "-p90-seconds", "utilisation", "to-ed", "hear-and-treat");

  private Plots() {}

  /** Files by their names: each chart of each scenario, and the comparison if there is one. */
  static Map<String, byte[]> draw(Results results, Summary summary) {
    Map<String, byte[]> plots = new LinkedHashMap<>();
    for (String scenario : results.scenarios()) {
      for (ChartKind chart : ChartKind.values()) {
        Map<String, List<Double>> lines = lines(results, scenario, chart);
        if (!lines.isEmpty()) {
          plots.put(
              "%s-%s.png".formatted(chart.file(), scenario), png(lines(chart, scenario, lines)));
        }
      }
    }
    List<Change> changes = summary.differences().stream().filter(Plots::isShown).toList();
    if (!changes.isEmpty()) {
      plots.put("comparison.png", png(comparison(changes)));
    }
    return plots;
  }

  /** The mean of each line over the replications, point by point. */
  private static Map<String, List<Double>> lines(
      Results results, String scenario, ChartKind chart) {
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (Aggregates.Line line : Aggregates.lines(results.measured(scenario))) {
      if (line.chart() == chart) {
        lines.put(line.line(), line.values());
      }
    }
    return lines;
  }

  private static XYChart lines(ChartKind kind, String scenario, Map<String, List<Double>> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(kind.title() + ": " + scenario)
            .xAxisTitle(kind.across())
            .yAxisTitle(kind.up())
            .build();
    style(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisMin(0.0);
    for (Map.Entry<String, List<Double>> line : lines.entrySet()) {
      List<Double> across = new ArrayList<>();
      List<Double> up = new ArrayList<>();
      if (kind.first() > 0) {
        // Nobody comes in no time. Off zero by a hair, because the library labels points that
        // stand evenly by counting them, and others with round numbers.
        across.add(HAIR);
        up.add(0.0);
      }
      for (int at = 0; at < line.getValue().size(); at++) {
        if (Double.isFinite(line.getValue().get(at))) {
          across.add((double) (at + kind.first()));
          up.add(line.getValue().get(at));
        }
      }
      if (across.size() > 1) {
        chart.addSeries(line.getKey(), across, up).setMarker(SeriesMarkers.NONE);
      }
    }
    return chart;
  }

  static void style(AxesChartStyler styler) {
    styler.setSeriesColors(COLOURS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setDecimalPattern("#,##0.##");
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
  }

  private static boolean isShown(Change change) {
    return change.before() != 0
        && Double.isFinite(change.interval().halfWidth())
        && SHOWN.stream().anyMatch(change.measure()::endsWith);
  }

  /** Each measure's change with its interval, scenario beside scenario. */
  private static CategoryChart comparison(List<Change> changes) {
    Set<String> names = new LinkedHashSet<>(changes.stream().map(Change::measure).toList());
    List<String> measures = names.stream().limit(MEASURES_MAX).toList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Change against %s, with 95 %% intervals".formatted(changes.get(0).base()))
            .xAxisTitle("")
            .yAxisTitle("% of the base's mean")
            .build();
    style(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    chart.getStyler().setXAxisLabelRotation(60);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    Set<String> scenarios = new LinkedHashSet<>(changes.stream().map(Change::scenario).toList());
    for (String scenario : scenarios) {
      List<Double> means = new ArrayList<>();
      List<Double> halfWidths = new ArrayList<>();
      for (String measure : measures) {
        Optional<Change> change = find(changes, scenario, measure);
        means.add(change.map(each -> relative(each, each.interval().mean())).orElse(Double.NaN));
        halfWidths.add(
            change.map(each -> relative(each, each.interval().halfWidth())).orElse(Double.NaN));
      }
      chart.addSeries(scenario, measures, means, halfWidths);
    }
    return chart;
  }

  private static Optional<Change> find(List<Change> changes, String scenario, String measure) {
    return changes.stream()
        .filter(each -> each.scenario().equals(scenario) && each.measure().equals(measure))
        .findFirst();
  }

  private static double relative(Change change, double value) {
    return PERCENT * value / StrictMath.abs(change.before());
  }

  static byte[] png(Chart<?, ?> chart) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return bytes.toByteArray();
  }
}
