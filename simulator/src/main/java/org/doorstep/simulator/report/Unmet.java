package org.doorstep.simulator.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Something that was wanted for a patient and could not be had.
 *
 * @param service who was asked, or wanted; empty where only a kind of place was
 * @param need the kind of place that the tables proposed
 * @param reason the refusal's where one was given, CLOSED or FULL where a crew has said so
 */
public record Unmet(
    Instant at,
    Kind kind,
    Optional<ServiceId> service,
    Optional<DestinationClass> need,
    Optional<String> reason) {

  /** How it failed. */
  public enum Kind {
    /** The service said no. */
    REFUSED,
    /** The service did not answer in time. */
    EXPIRED,
    /** A person chose something else because a service was shut, full or not there. */
    UNAVAILABLE
  }

  /** All of a patient, by time. */
  public static List<Unmet> of(PatientCourse patient) {
    List<Unmet> all = new ArrayList<>();
    Optional<DestinationClass> need = patient.found().map(found -> found.proposal().destination());
    for (PatientCourse.Offer offer : patient.offers()) {
      if (offer.state().isTurnedAway()) {
        Kind kind = offer.state() == ReferralState.REFUSED ? Kind.REFUSED : Kind.EXPIRED;
        all.add(
            new Unmet(
                offer.since(),
                kind,
                Optional.of(offer.service()),
                need,
                offer.refusal().map(ReferralRefusal::name)));
      }
    }
    all.addAll(patient.missed());
    all.sort(Comparator.comparing(Unmet::at));
    return all;
  }
}
