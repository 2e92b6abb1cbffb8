package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a report that are larger than its measures: assumptions, curves, ground. */
final class ReportParts {
  private ReportParts() {}

  /** What each measure is called and counts in. */
  static List<Object> words(List<String> measures) {
    List<Object> all = new ArrayList<>();
    for (String measure : measures) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("key", measure);
      one.put("words", MeasureWords.words(measure));
      one.put("kind", MeasureWords.kind(measure));
      all.add(one);
    }
    return all;
  }

  static List<Object> assumptions(Setting setting) {
    List<Object> all = new ArrayList<>();
    for (Stated each : setting.assumptions()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("key", each.key());
      one.put("words", each.words());
      one.put("source", each.source());
      one.put("measured", each.measured());
      all.add(one);
    }
    return all;
  }

  static List<Object> curves(List<Measured> runs) {
    List<Object> all = new ArrayList<>();
    for (Aggregates.Line line : Aggregates.lines(runs)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("chart", line.chart().file());
      one.put("line", line.line());
      one.put("first", line.chart().first());
      one.put("across", line.chart().across());
      one.put("up", line.chart().up());
      one.put("values", line.values());
      all.add(one);
    }
    return all;
  }

  static List<Object> groups(List<Measured> runs, Setting setting) {
    List<Object> all = new ArrayList<>();
    for (Aggregates.Part part : Aggregates.parts(runs)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", part.kind().name().toLowerCase(Locale.ROOT));
      one.put("name", part.name());
      if (part.kind() == Group.Kind.ZONE) {
        place(setting, part.name(), one);
      }
      Map<String, Object> measures = new LinkedHashMap<>();
      part.measures().forEach((key, interval) -> measures.put(key, Report.interval(interval)));
      one.put("measures", measures);
      all.add(one);
    }
    return all;
  }

  private static void place(Setting setting, String name, Map<String, Object> to) {
    for (ZonePlace zone : setting.zones()) {
      if (Integer.toString(zone.zone()).equals(name)) {
        to.put("lat", zone.lat());
        to.put("lon", zone.lon());
        to.put("weight", zone.weight());
      }
    }
  }
}
