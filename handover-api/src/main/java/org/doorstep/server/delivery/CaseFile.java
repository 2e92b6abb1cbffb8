package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.log.StoredEvent;

/**
 * What the log says of one patient up to an event: all that is needed to write the message that the
 * event calls for, the same whenever it is read.
 */
final class CaseFile {
  private final PatientId patient;
  private final Map<UnitId, Attendance> attended = new TreeMap<>();
  private final Map<Integer, Offer> offers = new TreeMap<>();
  private Optional<Opened> opened = Optional.empty();
  private Optional<Assessed> assessed = Optional.empty();
  private Optional<Chosen> chosen = Optional.empty();
  private Optional<Taken> taken = Optional.empty();
  private Optional<Signed> signed = Optional.empty();

  /** How the incident began, and where and how urgent it is as far as is known. */
  record Opened(
      Instant at, RecordId call, Optional<SealedPlace> place, Category category, List<Flag> flags) {
    Opened {
      flags = List.copyOf(flags);
    }
  }

  /** When a crew was with the patient, and when it was gone. */
  record Attendance(Optional<Instant> atPatient, Optional<Instant> left) {}

  /** Where care happens, since when. */
  record Chosen(CareChoice choice, Instant at) {}

  /** Who has taken the patient over. */
  record Taken(Actor by, Instant at) {}

  /**
   * A handover on its way.
   *
   * @param asked the event that this way of it began with
   * @param answer the answer to a question of the practice, where this way is one
   */
  record Signed(
      HandoverTerms terms, RecordId words, Instant at, long asked, Optional<RecordId> answer) {}

  /** An offer to a service. */
  record Offer(
      ServiceId service, RecordId words, Instant at, Instant answerBy, long asked, Actor by) {}

  private CaseFile(PatientId patient) {
    this.patient = patient;
  }

  /**
   * Reads the file of a patient off the history of the incident.
   *
   * @param upTo the last event that counts
   */
  static CaseFile read(List<StoredEvent> history, PatientId patient, long upTo) {
    CaseFile file = new CaseFile(patient);
    for (StoredEvent stored : history) {
      if (stored.logged().sequence() <= upTo) {
        file.hear(stored.logged());
      }
    }
    return file;
  }

  PatientId patient() {
    return patient;
  }

  Opened opened() {
    return opened.orElseThrow(
        () -> new IllegalStateException("The history of an incident must begin with its opening."));
  }

  Optional<Assessed> assessed() {
    return assessed;
  }

  Optional<Chosen> chosen() {
    return chosen;
  }

  Optional<Taken> taken() {
    return taken;
  }

  Optional<Signed> signed() {
    return signed;
  }

  Optional<Offer> findOffer(int number) {
    return Optional.ofNullable(offers.get(number));
  }

  /** The number of the offer that was made by that event. */
  Optional<Integer> findOfferNumber(long asked) {
    return offers.entrySet().stream()
        .filter(offer -> offer.getValue().asked() == asked)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Those who reached the patient, in the order of their call signs. */
  List<UnitId> crews() {
    return List.copyOf(attended.keySet());
  }

  Optional<Instant> firstAtPatient() {
    return attended.values().stream()
        .flatMap(each -> each.atPatient().stream())
        .min(Instant::compareTo);
  }

  Optional<Instant> lastLeft() {
    List<Instant> left = new ArrayList<>();
    for (Attendance each : attended.values()) {
      each.left().ifPresent(left::add);
    }
    return left.stream().max(Instant::compareTo);
  }

  private void hear(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    if (event instanceof IncidentOpened first) {
      opened =
          Optional.of(
              new Opened(
                  logged.at(), first.record(), first.place(), first.category(), first.flags()));
    } else if (event instanceof IncidentRecategorised changed) {
      Opened known = opened();
      opened =
          Optional.of(
              new Opened(
                  known.at(), known.call(), known.place(), changed.category(), known.flags()));
    } else if (event instanceof PlaceCorrected corrected) {
      Opened known = opened();
      opened =
          Optional.of(
              new Opened(
                  known.at(),
                  known.call(),
                  Optional.of(corrected.place()),
                  known.category(),
                  known.flags()));
    } else if (event instanceof JobStageReported reported) {
      hearStage(reported, logged.at());
    } else if (event instanceof CareEvent care) {
      hearCare(care, logged);
    }
  }

  private void hearStage(JobStageReported reported, Instant at) {
    Attendance known = attended.get(reported.unit());
    JobStage stage = reported.stage();
    boolean isThere = stage.compareTo(JobStage.AT_PATIENT) >= 0;
    boolean isGone = stage.compareTo(JobStage.LEFT_SCENE) >= 0;
    if (known == null && isThere) {
      attended.put(
          reported.unit(),
          new Attendance(Optional.of(at), isGone ? Optional.of(at) : Optional.empty()));
    } else if (known != null && isGone && known.left().isEmpty()) {
      attended.put(reported.unit(), new Attendance(known.atPatient(), Optional.of(at)));
    }
  }

  private void hearCare(CareEvent event, LoggedEvent logged) {
    if (event instanceof CareEvent.AssessmentRecorded each && isOurs(each.patient())) {
      assessed =
          Optional.of(new Assessed(each.record(), logged.at(), each.proposal(), each.concerns()));
    } else if (event instanceof CareEvent.DispositionChosen each && isOurs(each.patient())) {
      chosen = Optional.of(new Chosen(each.choice(), logged.at()));
    } else if (event instanceof CareEvent.PatientReceived each && isOurs(each.patient())) {
      taken = Optional.of(new Taken(logged.actor(), logged.at()));
    } else if (event instanceof CareEvent.ReferralOffered each && isOurs(each.patient())) {
      offers.put(each.referral(), offer(each, logged));
    } else if (event instanceof CareEvent.ReferralAnswered each && isOurs(each.patient())) {
      if (each.answer().kind() == ReferralAnswer.Kind.ACCEPTED) {
        taken = Optional.of(new Taken(logged.actor(), logged.at()));
      }
    } else {
      hearHandover(event, logged);
    }
  }

  private static Offer offer(CareEvent.ReferralOffered event, LoggedEvent logged) {
    return new Offer(
        event.service(),
        event.rest().record(),
        logged.at(),
        event.answerBy(),
        logged.sequence(),
        logged.actor());
  }

  private void hearHandover(CareEvent event, LoggedEvent logged) {
    long asked = logged.sequence();
    if (event instanceof CareEvent.HandoverSigned each && isOurs(each.patient())) {
      signed =
          Optional.of(
              new Signed(each.terms(), each.record(), logged.at(), asked, Optional.empty()));
    } else if (event instanceof CareEvent.HandoverRedirected each && isOurs(each.patient())) {
      signed =
          signed.map(
              old ->
                  new Signed(
                      old.terms().to(each.practice()), old.words(), old.at(), asked, old.answer()));
    } else if (event instanceof CareEvent.PracticeAnswered each && isOurs(each.patient())) {
      signed =
          signed.map(
              old ->
                  new Signed(
                      old.terms(), old.words(), old.at(), asked, Optional.of(each.record())));
    }
  }

  private boolean isOurs(PatientId other) {
    return patient.equals(other);
  }
}
