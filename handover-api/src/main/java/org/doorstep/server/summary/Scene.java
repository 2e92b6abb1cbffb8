package org.doorstep.server.summary;

import java.time.LocalDate;
import java.util.Optional;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.SceneAge;

/**
 * What is known of the patient without the record.
 *
 * @param ageYears as told or as assessed
 * @param today where the patient is
 */
public record Scene(Optional<Integer> ageYears, LocalDate today) {
  /** Whether a record can hardly be of the patient who is there. */
  boolean contradicts(PatientSummary summary) {
    return SceneAge.contradicts(summary.patient().birthDate(), ageYears, today);
  }
}
