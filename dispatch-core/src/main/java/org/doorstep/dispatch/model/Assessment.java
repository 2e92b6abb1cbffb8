package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * What a crew knows of one patient when it decides where care should happen.
 *
 * @param observations in the order of time, oldest first, at most {@link #OBSERVATIONS_MAX}
 */
public record Assessment(
    PatientFacts patient,
    List<ObservationSet> observations,
    Findings findings,
    Optional<Examination> examination,
    Optional<PersonalContext> context) {
  /** More rounds than a crew takes in the longest stay. */
  public static final int OBSERVATIONS_MAX = 100;

  public Assessment {
    Require.atMost("number of observation sets", observations.size(), OBSERVATIONS_MAX);
    observations = List.copyOf(observations);
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).takenAt().isBefore(observations.get(i - 1).takenAt())) {
        throw new IllegalArgumentException(
            "The observation set (number %d) must not be older than the one before it."
                .formatted(i + 1));
      }
    }
  }

  /** Observations and findings alone. */
  public Assessment(PatientFacts patient, List<ObservationSet> observations, Findings findings) {
    this(patient, observations, findings, Optional.empty(), Optional.empty());
  }

  /** The newest round, if there is one. */
  public Optional<ObservationSet> latest() {
    return observations.isEmpty()
        ? Optional.empty()
        : Optional.of(observations.get(observations.size() - 1));
  }
}
