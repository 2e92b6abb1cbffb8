package org.doorstep.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every column of every file of a report means. */
public final class Definitions {
  private static final String LOG = "the area's log";
  private static final String AMBSYS = "AmbSYS, computed from the area's log";

  /** Steps of a job that others record and this log does not. */
  private static final List<NotKnown> STEPS =
      List.of(
          new NotKnown(
              "call_connect call_answered",
              "when the telephone rang and was answered",
              "of the telephone system; the clock starts when the incident is opened"),
          new NotKnown(
              "noc_ptq_done", "nature of call asked", "not apart from the category in the log"),
          new NotKnown(
              "handover_notified", "the hospital was told of the arrival", "nobody records it"),
          new NotKnown(
              "backup_requested",
              "more units were asked for",
              "units are assigned; no event asks"));

  private Definitions() {}

  /** Header and a line for each column, then those that are not known. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("file,column,definition,unit,source,events");
    add(lines, "ambsys.csv", AMBSYS, MonthTable.columns());
    add(lines, "job-cycle.csv", LOG, JobColumns.ALL);
    add(lines, "outcomes.csv", LOG, OutcomeColumns.ALL);
    add(lines, "unmet.csv", LOG, UnmetTable.ALL);
    for (NotKnown each : NotKnown.ALL) {
      lines.add(
          line("not known", each.codes(), each.measure(), "", "not in the log", each.reason()));
    }
    for (NotKnown each : STEPS) {
      lines.add(
          line("not known", each.codes(), each.measure(), "", "not in the log", each.reason()));
    }
    return lines;
  }

  private static void add(List<String> lines, String file, String source, List<Column> columns) {
    for (Column column : columns) {
      lines.add(
          line(file, column.name(), column.definition(), column.unit(), source, column.events()));
    }
  }

  private static String line(String... cells) {
    return Stream.of(cells).map(Row::quoted).collect(Collectors.joining(","));
  }
}
