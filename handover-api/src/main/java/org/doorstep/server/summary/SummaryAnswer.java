package org.doorstep.server.summary;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.SummaryFault;

/**
 * What is known of a patient, and how far it can be relied on.
 *
 * @param readAt when the record service said it
 * @param fault what was wrong with its last answer
 */
public record SummaryAnswer(
    SummaryState state,
    Optional<Instant> readAt,
    Optional<SummaryFault> fault,
    Optional<PatientSummary> summary) {

  static SummaryAnswer fresh(PatientSummary summary, Instant readAt) {
    return new SummaryAnswer(
        SummaryState.FRESH, Optional.of(readAt), Optional.empty(), Optional.of(summary));
  }

  static SummaryAnswer copy(PatientSummary summary, Instant readAt, SummaryFault fault) {
    return new SummaryAnswer(
        SummaryState.CACHED, Optional.of(readAt), Optional.of(fault), Optional.of(summary));
  }

  static SummaryAnswer none(SummaryFault fault) {
    SummaryState state =
        switch (fault.kind()) {
          case AWAY -> SummaryState.UNAVAILABLE;
          case MALFORMED -> SummaryState.MALFORMED;
          case MISMATCH -> SummaryState.MISMATCH;
          case UNKNOWN -> SummaryState.UNKNOWN_PATIENT;
        };
    return new SummaryAnswer(state, Optional.empty(), Optional.of(fault), Optional.empty());
  }

  @Override
  public String toString() {
    return "SummaryAnswer[%s]".formatted(state);
  }
}
