package org.doorstep.simulator.report;

import static org.doorstep.simulator.report.Column.moment;
import static org.doorstep.simulator.report.Column.word;

import java.util.List;

/** The columns of {@link Outcomes}. */
public final class OutcomeColumns {
  private static final String KNOWN = "YES, NO, TOO_EARLY or UNKNOWN";
  private static final String OTHERS = "IncidentOpened, IncidentClosed of other incidents; record";

  /** In the order of the file. */
  public static final List<Column> ALL =
      List.of(
          new Column("incident", "the incident's number", "number", "IncidentOpened"),
          new Column("patient", "the patient's number in it", "number", "any of the patient"),
          moment("opened_at", "taken down", "IncidentOpened"),
          word("category_opened", "category when it was opened", "IncidentOpened"),
          word("category_at_choice", "category when care was chosen", "DispositionChosen"),
          word("category_closed", "category at the end", "IncidentRecategorised"),
          moment("assessed_at", "the latest assessment", "AssessmentRecorded"),
          word("level", "the least care that the tables allow", "AssessmentRecorded"),
          word("destination_class", "the kind of place they propose", "AssessmentRecorded"),
          new Column("news2", "the score that counted", "points", "AssessmentRecorded"),
          word("rules", "table/version/rows, the deciding row first", "AssessmentRecorded"),
          moment("chosen_at", "a person chose, last", "DispositionChosen"),
          word("disposition", "where care happens", "DispositionChosen"),
          word("destination_service", "the hospital or service chosen", "DispositionChosen"),
          word("choice_reason", "why it differs from the proposal", "DispositionChosen"),
          word("crew", "units that reached the scene", "JobStageReported"),
          word("conveyed", "a crew left for the chosen destination", "JobStageReported"),
          word("conveyed_to_ed", "it was an emergency department", "JobStageReported"),
          moment("destination_received_at", "the destination took over by name", "PatientReceived"),
          word("referrals", "service:state:reason of each offer, in order", "Referral events"),
          word("handover", "whether the practice was asked for anything", "HandoverSigned"),
          word("handover_practice", "the practice", "HandoverSigned, HandoverRedirected"),
          word("handover_state", "how far it has come", "Handover events"),
          moment("handover_signed_at", "signed by the crew", "HandoverSigned"),
          moment("handover_received_at", "proven to have arrived, first", "HandoverDelivered"),
          moment("handover_ended_at", "accepted, or passed on by hand", "HandoverAnswered"),
          moment("closed_at", "the incident left the board", "IncidentClosed"),
          word(
              "recontact_24h", "the same person in another incident within 24 h: " + KNOWN, OTHERS),
          word("recontact_72h", "as above, 72 h: " + KNOWN, OTHERS),
          word("ed_within_7d", "conveyed to ED by us within 7 days after: " + KNOWN, OTHERS));

  private OutcomeColumns() {}
}
