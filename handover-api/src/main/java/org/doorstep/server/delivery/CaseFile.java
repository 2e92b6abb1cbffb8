package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsMerged;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsSeparated;
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
import org.doorstep.dispatch.model.HandoverAnswer;
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
public final class CaseFile {
  private final PatientId patient;
  private final Set<PatientId> doubles;
  private final Map<UnitId, Attendance> attended = new TreeMap<>();
  private final Map<Integer, Offer> offers = new TreeMap<>();
  private Optional<Opened> opened = Optional.empty();
  private Optional<Assessed> assessed = Optional.empty();
  private Optional<Chosen> chosen = Optional.empty();
  private Optional<Taken> taken = Optional.empty();
  private Optional<Signed> signed = Optional.empty();
  private Optional<RecordId> identity = Optional.empty();
  private Optional<ServiceId> accepted = Optional.empty();
  private final Warnings warnings = new Warnings();

  /** How the incident began, and where and how urgent it is as far as is known. */
  public record Opened(
      Instant at, RecordId call, Optional<SealedPlace> place, Category category, List<Flag> flags) {
    public Opened {
      flags = List.copyOf(flags);
    }
  }

  /** When a crew was with the patient, and when it was gone. */
  record Attendance(Optional<Instant> atPatient, Optional<Instant> left) {}

  /** Where care happens, since when. */
  public record Chosen(CareChoice choice, Instant at) {}

  /** Who has taken the patient over. */
  record Taken(Actor by, Instant at) {}

  /**
   * A handover on its way.
   *
   * @param asked the event that this way of it began with
   * @param more what was added since it was first signed
   */
  public record Signed(HandoverTerms terms, RecordId words, Instant at, long asked, Added more) {
    Signed added(HandoverTerms to, long anew, Added all) {
      return new Signed(to, words, at, anew, all);
    }
  }

  /**
   * What was added to a handover.
   *
   * @param answer the answer to the practice's last question
   * @param addenda in the order in which they were written
   * @param replaced the way of the handover that the newest one stands for, where one does
   * @param at when the last of it was written
   */
  public record Added(
      Optional<RecordId> answer,
      List<RecordId> addenda,
      Optional<Long> replaced,
      Optional<Instant> at) {
    static final Added NOTHING =
        new Added(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Added {
      addenda = List.copyOf(addenda);
    }

    Added answered(RecordId words, long before, Instant when) {
      return new Added(Optional.of(words), addenda, Optional.of(before), Optional.of(when));
    }

    Added amended(RecordId words, long before, Instant when) {
      List<RecordId> all = new ArrayList<>(addenda);
      all.add(words);
      return new Added(answer, all, Optional.of(before), Optional.of(when));
    }

    /** To somebody who has none of it yet. */
    Added elsewhere() {
      return new Added(answer, addenda, Optional.empty(), at);
    }
  }

  /** An offer to a service. */
  record Offer(
      ServiceId service, RecordId words, Instant at, Instant answerBy, long asked, Actor by) {}

  private CaseFile(PatientId patient, Set<PatientId> doubles) {
    this.patient = patient;
    this.doubles = Set.copyOf(doubles);
  }

  /**
   * Reads the file of a patient off the history of the incident.
   *
   * @param upTo the last event that counts
   */
  public static CaseFile read(List<StoredEvent> history, PatientId patient, long upTo) {
    CaseFile file = new CaseFile(patient, doubles(history, patient, upTo));
    for (StoredEvent stored : history) {
      if (stored.logged().sequence() <= upTo) {
        file.hear(stored.logged());
      }
    }
    return file;
  }

  /** Those who turned out to be this patient. */
  private static Set<PatientId> doubles(List<StoredEvent> history, PatientId of, long upTo) {
    Set<PatientId> doubles = new TreeSet<>();
    for (StoredEvent stored : history) {
      if (stored.logged().sequence() > upTo) {
        continue;
      }
      if (stored.logged().event() instanceof PatientsMerged merged
          && merged.into() == of.number()) {
        doubles.add(merged.patient());
      } else if (stored.logged().event() instanceof PatientsSeparated separated) {
        doubles.remove(separated.patient());
      }
    }
    return doubles;
  }

  PatientId patient() {
    return patient;
  }

  public Opened opened() {
    return opened.orElseThrow(
        () -> new IllegalStateException("The history of an incident must begin with its opening."));
  }

  public Optional<Assessed> assessed() {
    return assessed;
  }

  public Optional<Chosen> chosen() {
    return chosen;
  }

  Optional<Taken> taken() {
    return taken;
  }

  /** The handover as it stands; empty before it is signed, and once it was taken back. */
  public Optional<Signed> signed() {
    return signed;
  }

  /** Who has accepted what the handover asks, if somebody has. */
  public Optional<ServiceId> accepted() {
    return accepted;
  }

  /** Where the latest identity lies that became known after the call. */
  public Optional<RecordId> identity() {
    return identity;
  }

  /** The hospital that is warned now. */
  Optional<Warnings.Warning> warning() {
    return warnings.standing();
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

  /** Those of them who have left the scene. */
  List<UnitId> crewsGone() {
    return attended.entrySet().stream()
        .filter(each -> each.getValue().left().isPresent())
        .map(Map.Entry::getKey)
        .toList();
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
    } else if (event instanceof CorrectionEvent correction) {
      hearCorrection(correction, logged);
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
    hearWarning(event, logged);
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

  private void hearWarning(CareEvent event, LoggedEvent logged) {
    Optional<PatientId> of = Warnings.findPatient(event);
    if (of.filter(this::isOurs).isPresent()) {
      warnings.hear(event, logged);
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
          Optional.of(new Signed(each.terms(), each.record(), logged.at(), asked, Added.NOTHING));
      accepted = Optional.empty();
    } else if (event instanceof CareEvent.HandoverRedirected each && isOurs(each.patient())) {
      signed =
          signed.map(
              old -> old.added(old.terms().to(each.practice()), asked, old.more().elsewhere()));
    } else if (event instanceof CareEvent.PracticeAnswered each && isOurs(each.patient())) {
      signed =
          signed.map(
              old ->
                  old.added(
                      old.terms(),
                      asked,
                      old.more().answered(each.record(), old.asked(), logged.at())));
    } else if (event instanceof CareEvent.HandoverAnswered each && isOurs(each.patient())) {
      boolean yes = each.answer().kind() == HandoverAnswer.Kind.ACCEPTED;
      accepted = yes ? signed.flatMap(way -> way.terms().practice()) : Optional.empty();
    }
  }

  private void hearCorrection(CorrectionEvent event, LoggedEvent logged) {
    if (event instanceof IdentityCorrected each && isOurs(each.patient())) {
      identity = Optional.of(each.record());
    } else if (event instanceof HandoverAmended each && isOurs(each.patient())) {
      signed = signed.map(old -> amended(old, each, logged));
    } else if (event instanceof HandoverRetracted each && isOurs(each.patient())) {
      signed = Optional.empty();
      accepted = Optional.empty();
    }
  }

  /** Whoever has the earlier one needs only this; to another it is the first. */
  private static Signed amended(Signed old, HandoverAmended event, LoggedEvent logged) {
    Added all = old.more().amended(event.record(), old.asked(), logged.at());
    boolean same = old.terms().practice().equals(event.terms().practice());
    return old.added(event.terms(), logged.sequence(), same ? all : all.elsewhere());
  }

  private boolean isOurs(PatientId other) {
    return patient.equals(other) || doubles.contains(other);
  }
}
