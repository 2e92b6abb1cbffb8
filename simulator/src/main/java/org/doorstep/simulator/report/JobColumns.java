package org.doorstep.simulator.report;

import static org.doorstep.simulator.report.Column.moment;
import static org.doorstep.simulator.report.Column.word;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.JobStage;

/** The columns of {@link JobCycles}. */
public final class JobColumns {
  /** In the order of the file. */
  public static final List<Column> ALL =
      List.of(
          new Column("incident", "the incident's number", "number", "IncidentOpened"),
          new Column("job", "the job's number, unique in the area", "number", "UnitAssigned"),
          word("unit", "call sign", "UnitAssigned"),
          word("unit_kind", "what kind of unit it was on that shift", "UnitSignedOn"),
          word("source", "how the first call came", "IncidentOpened"),
          word("category_opened", "category when it was opened", "IncidentOpened"),
          word("category_allocated", "category when the unit was sent", "UnitAssigned"),
          word("category_at_scene", "category when the unit arrived", "JobStageReported"),
          word("category_ended", "category when the job ended", "JobStageReported"),
          moment("opened_at", "taken down and given its category", "IncidentOpened"),
          moment("location_confirmed_at", "place known, or corrected last", "PlaceCorrected"),
          moment("recoded_at", "last change of category", "IncidentRecategorised"),
          moment("clock_restarted_at", "last raise of category", "IncidentRecategorised"),
          moment("booked_from_at", "the booked window opens: the clock starts", "BookingChanged"),
          moment("released_at", "the booked incident began to wait", "BookingReleased"),
          moment("resource_allocated_at", "the unit was sent", "UnitAssigned"),
          moment("crew_acknowledged_at", "the crew has it", "JobStageReported"),
          moment("mobile_at", "wheels rolling", "JobStageReported"),
          moment("at_scene_at", "vehicle at the scene", "JobStageReported"),
          moment("at_patient_at", "crew with the patient", "JobStageReported"),
          moment("decision_at", "where care happens, last chosen", "DispositionChosen"),
          moment("pre_alert_sent_at", "hospital warned, last", "PreAlertSent"),
          moment("left_scene_at", "on the way to a destination", "JobStageReported"),
          moment("at_hospital_at", "at the destination", "JobStageReported"),
          moment("handover_complete_at", "the destination has taken over", "JobStageReported"),
          moment("clear_at", "done, and available again", "JobStageReported"),
          moment("taken_off_at", "stood down, diverted or refused", "UnitStoodDown, JobRefused"),
          word("end", "CLEAR, STOOD_DOWN, DIVERTED, REFUSED or STILL_ON", "as the moments"),
          word("end_reason", "why it ended before it was done", "UnitStoodDown, JobRefused"),
          moment("incident_closed_at", "the incident left the board", "IncidentClosed"),
          word("close_reason", "why it left the board", "IncidentClosed"));

  private JobColumns() {}

  static Optional<String> of(JobStage stage) {
    return switch (stage) {
      case ALLOCATED -> Optional.empty();
      case ACKNOWLEDGED -> Optional.of("crew_acknowledged_at");
      case MOBILE -> Optional.of("mobile_at");
      case AT_SCENE -> Optional.of("at_scene_at");
      case AT_PATIENT -> Optional.of("at_patient_at");
      case LEFT_SCENE -> Optional.of("left_scene_at");
      case AT_DESTINATION -> Optional.of("at_hospital_at");
      case HANDED_OVER -> Optional.of("handover_complete_at");
      case CLEAR -> Optional.of("clear_at");
    };
  }
}
