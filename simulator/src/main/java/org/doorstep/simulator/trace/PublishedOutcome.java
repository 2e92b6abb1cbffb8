package org.doorstep.simulator.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What another simulator has published of every call of a scenario, to be held against ours. */
public final class PublishedOutcome {
  private final CsvTable table;

  private PublishedOutcome(CsvTable table) {
    this.table = table;
  }

  /**
   * How far an outcome is from the published one.
   *
   * @param calls how many were compared
   * @param wrongUnits calls to which another unit went, or from which one went to another hospital
   * @param minutesApart the largest difference of any arrival, response or finish
   * @param waited calls that waited for a unit, as published
   */
  public record Difference(int calls, int wrongUnits, double minutesApart, int waited) {
    /** As near as sums of doubles can be held to each other. */
    public static final double MINUTES_APART_MAX = 1e-9;

    /** Whether both are the same. */
    public boolean isNone() {
      return wrongUnits == 0 && minutesApart <= MINUTES_APART_MAX;
    }
  }

  /** The outcome in a file, if the file is there. */
  public static Optional<PublishedOutcome> find(Path file) {
    return Files.exists(file)
        ? Optional.of(new PublishedOutcome(CsvTable.read(file)))
        : Optional.empty();
  }

  /** The units that were free when the first call came, and so all there are. */
  int units() {
    return table.whole(0, table.column("nr_ambulances_available"));
  }

  /**
   * Holds an outcome against this one.
   *
   * @throws TraceFault if there are not as many calls
   */
  public Difference compare(List<TraceOutcome> ours, ElaspyScenario scenario) {
    if (ours.size() != table.rows()) {
      throw new TraceFault(
          "The published outcome has (%d) calls, the scenario (%d)."
              .formatted(table.rows(), ours.size()));
    }
    int wrong = 0;
    int waited = 0;
    double apart = 0;
    for (TraceOutcome each : ours) {
      int row = each.call();
      wrong += isSame(each, row, scenario) ? 0 : 1;
      waited += table.number(row, table.column("waiting_time_before_assigned")) > 0 ? 1 : 0;
      apart = StrictMath.max(apart, off(row, "arrival_time", each.arrivalMinutes()));
      apart = StrictMath.max(apart, off(row, "response_time", each.responseMinutes()));
      apart = StrictMath.max(apart, off(row, "finish_time", each.finishMinutes()));
    }
    return new Difference(ours.size(), wrong, apart, waited);
  }

  private boolean isSame(TraceOutcome each, int row, ElaspyScenario scenario) {
    int hospital = table.column("hospital_ID");
    boolean sameHospital =
        each.hospital() == TraceOutcome.NONE
            ? table.isEmpty(row, hospital)
            : !table.isEmpty(row, hospital)
                && table.whole(row, hospital) == scenario.nameOf(each.hospital());
    return sameHospital
        && each.unit() == table.whole(row, table.column("assigned_to_ambulance_nr"));
  }

  private double off(int row, String column, double minutes) {
    return StrictMath.abs(minutes - table.number(row, table.column(column)));
  }
}
