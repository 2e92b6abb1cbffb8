package org.doorstep.simulator.report;

import org.doorstep.simulator.measure.Measure;

/** From which events of the log a measure follows. */
final class MeasureEvents {
  private MeasureEvents() {}

  static String of(Measure measure) {
    if (measure == Measure.CALLS) {
      return "IncidentOpened, CallAdded";
    }
    String key = measure.name();
    if (key.contains("HANDOVER")) {
      return "JobStageReported (AT_DESTINATION to HANDED_OVER), DispositionChosen";
    }
    if (key.contains("ALLOCATED")) {
      return "UnitAssigned, IncidentRecategorised";
    }
    if (key.contains("ARRIVING")) {
      return "JobStageReported (AT_SCENE), IncidentRecategorised";
    }
    if (measure.kind() == Measure.Kind.SECONDS) {
      return "IncidentOpened, IncidentRecategorised, BookingChanged, JobStageReported, IncidentClosed";
    }
    return switch (measure) {
      case HEAR_AND_TREAT,
          ADVISED,
          PASSED_ON,
          C5_ADVISED,
          C5_PASSED_ON,
          CLOSED_WITHOUT_RESPONSE,
          STILL_OPEN ->
          "IncidentOpened, IncidentClosed";
      case TO_ED, TO_ELSEWHERE, SEE_AND_TREAT ->
          "JobStageReported, DispositionChosen, UnitSignedOn";
      default -> "IncidentOpened, JobStageReported, IncidentClosed";
    };
  }
}
