package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.VisitTimes;
import org.doorstep.handover.referral.ReferralContent;
import org.doorstep.handover.referral.ReferralContent.SceneSafety;
import org.doorstep.handover.referral.ReferralMessage;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralNames;
import org.doorstep.handover.referral.ReferralOffer;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.referral.ReferralOffer.Window;
import org.doorstep.handover.referral.ReferralParties;

/** Writes the messages that an offer to a service calls for. Blocks. */
final class Referrals {
  private static final String USUAL_REQUEST = "Please take this patient on; see what was found.";

  private static final String WARNING =
      "This patient is on the way to you. Please be ready, and say where to bring them and who says so.";

  private final CaseRecords records;
  private final AreaId area;
  private final UUID epoch;
  private final ReferralParties.Service from;

  /**
   * Referrals of one area.
   *
   * @param epoch names the log, so that no other log's requests have the same identity
   * @param from the trust that treats, and the entry through which answers reach it
   */
  Referrals(CaseRecords records, AreaId area, UUID epoch, ReferralParties.Service from) {
    this.records = records;
    this.area = area;
    this.epoch = epoch;
    this.from = from;
  }

  /** The identity of the request that was made by an event. */
  static UUID referralId(UUID epoch, long asked) {
    return DerivedId.of("referral", epoch.toString(), Long.toString(asked));
  }

  /** The identity of the message that does a step of a request. */
  static UUID messageId(UUID referral, Step step) {
    return DerivedId.of("referral-message", referral.toString(), step.name());
  }

  /**
   * The message of a step.
   *
   * @param file read up to the offer, so that every step says the same of the patient
   * @param at when the step was decided
   */
  ReferralMessage write(CaseFile file, CaseFile.Offer offer, Service to, Step step, Instant at) {
    UUID referral = referralId(epoch, offer.asked());
    CareWords words = records.words(offer.words());
    Optional<Clinician> author = words.author().flatMap(Clinician::find);
    CaseReference about = CaseRecords.reference(file, area.value());
    ReferralOffer whole =
        new ReferralOffer(
            new ReferralNames(referral, DerivedId.of("journey", about.key()), about),
            to.meets(CareNeed.FALLS_RESPONSE) ? UseCase.FALLS : UseCase.COMMUNITY,
            new Window(offer.at(), Optional.of(offer.answerBy())),
            new ReferralParties(
                from,
                Organisations.party(to),
                author.orElseGet(
                    () -> new Clinician(offer.by().value(), "Crew or hub", Optional.empty()))),
            records.patient(file),
            content(file, words, author, offer.at()));
    return new ReferralMessage(messageId(referral, step), step, at, whole);
  }

  /**
   * The message of a step of a pre-alert.
   *
   * @param file read up to the step, so that it says what is known now
   * @param at when the step was decided
   * @param expected when the patient will be there, as far as anybody knows
   */
  ReferralMessage warn(
      CaseFile file,
      Warnings.Warning warning,
      Service to,
      Step step,
      Instant at,
      Optional<Instant> expected) {
    CaseReference about = CaseRecords.reference(file, area.value());
    UUID request = referralId(epoch, warning.opened());
    ReferralOffer whole =
        new ReferralOffer(
            new ReferralNames(request, DerivedId.of("journey", about.key()), about),
            UseCase.EMERGENCY,
            new Window(warning.openedAt(), expected.filter(end -> end.isAfter(warning.openedAt()))),
            new ReferralParties(
                from,
                Organisations.party(to),
                new Clinician(warning.by().value(), "Crew or hub", Optional.empty())),
            records.patient(file),
            new ReferralContent(
                WARNING,
                AtmistWords.list(records.atmist(warning.words())),
                safety(file.opened().flags()),
                records.visit(
                    file,
                    Optional.empty(),
                    new VisitTimes(file.opened().at(), file.firstAtPatient(), file.lastLeft(), at)),
                ClinicalWriting.of(
                    records.assessment(file).map(AssessmentDetails::assessment),
                    CaseRecords.NO_WORDS,
                    known(file),
                    at)));
    return new ReferralMessage(warningId(request, step, warning.updates()), step, at, whole);
  }

  /**
   * The identity of a message of a pre-alert.
   *
   * @param number of an update, from 1; of no meaning for other steps
   */
  static UUID warningId(UUID request, Step step, int number) {
    return step == Step.UPDATE
        ? DerivedId.of(
            "referral-message", request.toString(), step.name(), Integer.toString(number))
        : messageId(request, step);
  }

  private ReferralContent content(
      CaseFile file, CareWords words, Optional<Clinician> author, Instant at) {
    return new ReferralContent(
        ClinicalWriting.text(words.asked()).orElse(USUAL_REQUEST),
        safety(file.opened().flags()),
        records.visit(
            file,
            author,
            new VisitTimes(file.opened().at(), file.firstAtPatient(), file.lastLeft(), at)),
        ClinicalWriting.of(
            records.assessment(file).map(AssessmentDetails::assessment), words, known(file), at));
  }

  /** Nothing said of the scene means that it is not known, never that it is safe. */
  private static SceneSafety safety(List<Flag> flags) {
    boolean unsafe = flags.contains(Flag.SCENE_UNSAFE) || flags.contains(Flag.VIOLENCE);
    return unsafe ? SceneSafety.UNSAFE : SceneSafety.UNKNOWN;
  }

  /** A service has no record of its own: it is told what the practice knows. */
  private List<Finding> known(CaseFile file) {
    List<Finding> known = new ArrayList<>();
    Optional<GpRecord> gp = records.gpRecord(file);
    gp.ifPresent(
        each -> {
          if (!each.problems().isEmpty()) {
            known.add(
                ClinicalWriting.finding(Finding.Kind.HISTORY, String.join(", ", each.problems())));
          }
          if (!each.medicines().isEmpty()) {
            known.add(
                ClinicalWriting.finding(
                    Finding.Kind.HISTORY, "Medicines: " + String.join(", ", each.medicines())));
          }
          each.allergies()
              .forEach(
                  allergy ->
                      known.add(ClinicalWriting.finding(Finding.Kind.ALLERGY, allergy.words())));
          each.plans()
              .forEach(
                  plan ->
                      known.add(
                          ClinicalWriting.finding(
                              Finding.Kind.CARE_PLAN,
                              FindingWords.words(plan.kind()) + ": " + plan.text())));
        });
    return known;
  }
}
