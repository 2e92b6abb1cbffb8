package org.doorstep.simulator.report;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.model.ServiceId;

/**
 * What was wanted and could not be had, by service, kind of place and hour of the week, with how
 * often an emergency department followed. Grows with the services, never with the patients.
 */
public final class UnmetTable {
  /** The columns, in the order of the file. */
  public static final List<Column> ALL =
      List.of(
          Column.word("service", "who was asked or wanted", "ReferralOffered, DispositionChosen"),
          Column.word("need", "the kind of place that the tables proposed", "AssessmentRecorded"),
          Column.word(
              "kind",
              "REFUSED, EXPIRED (no answer) or UNAVAILABLE (shut, full or not there)",
              "ReferralAnswered, ReferralExpired, DispositionChosen"),
          Column.word(
              "reason",
              "the service's reason; CLOSED or FULL where a crew said what it had wanted",
              "ReferralAnswered, DispositionChosen"),
          new Column("weekday", "1 Monday to 7 Sunday, local time", "number", "as kind"),
          new Column("hour", "0 to 23, local time", "number", "as kind"),
          new Column("times", "how often", "number", "as kind"),
          new Column(
              "conveyed_to_ed",
              "how often a crew then took the patient to an emergency department",
              "number",
              "JobStageReported"));

  private final ZoneId zone;
  private final Map<String, Count> counts = new TreeMap<>();

  private static final class Count {
    private final Row row = new Row();
    private long times;
    private long toEd;
  }

  /** A table without rows. */
  public UnmetTable(ZoneId zone) {
    this.zone = zone;
  }

  /** Takes all of a patient whose course is over. */
  void add(PatientCourse patient, boolean toEd) {
    for (Unmet each : Unmet.of(patient)) {
      ZonedDateTime local = each.at().atZone(zone);
      Row row =
          new Row()
              .put("service", each.service().map(ServiceId::value))
              .put("need", each.need())
              .put("kind", each.kind())
              .put("reason", each.reason())
              .put("weekday", local.getDayOfWeek().getValue())
              .put("hour", local.getHour());
      Count count = counts.computeIfAbsent(Row.line(ALL, row), first -> new Count());
      count.row.putAll(row);
      count.times++;
      count.toEd += toEd ? 1 : 0;
    }
  }

  /** Header and rows, in the order of their first columns. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(Row.header(ALL));
    for (Count count : counts.values()) {
      count.row.put("times", count.times).put("conveyed_to_ed", count.toEd);
      lines.add(Row.line(ALL, count.row));
    }
    return lines;
  }
}
