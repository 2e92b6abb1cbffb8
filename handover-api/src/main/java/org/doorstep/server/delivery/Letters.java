package org.doorstep.server.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.shell.record.Aftercare;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.LetterReceiver;
import org.doorstep.handover.letter.CareDecision;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Destination;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.letter.Outcome;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.RulesUsed;
import org.doorstep.handover.letter.SafetyNet;
import org.doorstep.handover.letter.Told;
import org.doorstep.handover.letter.VisitTimes;
import org.doorstep.handover.letter.WellbeingOffer;
import org.doorstep.handover.letter.Withdrawal;

/** Writes the letter to a practice that a signed handover calls for. Blocks. */
final class Letters {
  private static final String NOT_RECORDED = "Not recorded.";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  private final CaseRecords records;
  private final Directory directory;
  private final AreaId area;
  private final Organisation from;

  /**
   * Letters of one area.
   *
   * @param from the trust that treats
   */
  Letters(CaseRecords records, Directory directory, AreaId area, Organisation from) {
    this.records = records;
    this.area = area;
    this.directory = directory;
    this.from = from;
  }

  /**
   * The letter of a handover as it now stands.
   *
   * @param id the message's own id
   * @param replaces the letter that it stands for, where it does for one
   * @throws IllegalArgumentException if something is missing without which there is no letter
   */
  HandoverLetter write(
      UUID id, CaseFile file, CaseFile.Signed signed, LetterReceiver to, Optional<UUID> replaces) {
    CareWords words = records.words(signed.words());
    return letter(
        head(id, file, signed, to, words, replaces),
        file,
        signed,
        words,
        request(signed.terms(), requestWords(signed, words)));
  }

  /** The copy for the practice in whose place somebody else was asked. */
  HandoverLetter copy(UUID id, CaseFile file, CaseFile.Signed signed, LetterReceiver to) {
    CareWords words = records.words(signed.words());
    return letter(
        head(id, file, signed, to, words, Optional.empty()),
        file,
        signed,
        words,
        PracticeRequest.NONE);
  }

  /** That a letter must not be used any more. */
  Withdrawal withdraw(
      UUID id, CaseFile before, LetterReceiver to, UUID of, Instant at, HandoverRetracted event) {
    return new Withdrawal(
        id,
        CaseRecords.reference(before, area.value()),
        from,
        organisation(to),
        at,
        of,
        Withdrawal.Reason.valueOf(event.reason().name()),
        ClinicalWriting.text(records.words(event.record()).summary()));
  }

  private static Organisation organisation(LetterReceiver to) {
    return new Organisation(to.odsCode(), to.name(), to.invented());
  }

  private LetterHead head(
      UUID id,
      CaseFile file,
      CaseFile.Signed signed,
      LetterReceiver to,
      CareWords words,
      Optional<UUID> replaces) {
    return new LetterHead(
        id,
        CaseRecords.reference(file, area.value()),
        from,
        organisation(to),
        signed.more().at().orElse(signed.at()),
        author(words),
        replaces);
  }

  private HandoverLetter letter(
      LetterHead head,
      CaseFile file,
      CaseFile.Signed signed,
      CareWords words,
      PracticeRequest request) {
    return new HandoverLetter(
        head,
        records.patient(file),
        records.visit(file, Optional.of(head.author()), times(file, signed)),
        clinical(file, signed, words),
        outcome(file, words, head.author(), signed.at()),
        request);
  }

  private static Clinician author(CareWords words) {
    return words
        .author()
        .flatMap(Clinician::find)
        .orElseThrow(() -> new IllegalArgumentException("The letter's author is not registered."));
  }

  /** What is asked last counts: an addendum may ask for more. */
  private CareWords requestWords(CaseFile.Signed signed, CareWords first) {
    return signed.more().addenda().stream()
        .map(records::words)
        .filter(words -> ClinicalWriting.text(words.asked()).isPresent())
        .reduce((earlier, later) -> later)
        .orElse(first);
  }

  private VisitTimes times(CaseFile file, CaseFile.Signed signed) {
    return new VisitTimes(file.opened().at(), file.firstAtPatient(), file.lastLeft(), signed.at());
  }

  private Clinical clinical(CaseFile file, CaseFile.Signed signed, CareWords words) {
    Optional<Assessment> assessment = records.assessment(file).map(AssessmentDetails::assessment);
    List<Finding> more = new ArrayList<>();
    CaseFile.Added added = signed.more();
    added
        .answer()
        .map(records::words)
        .flatMap(Letters::answer)
        .ifPresent(text -> more.add(history("Answer to your question: " + text)));
    for (CareWords addendum : added.addenda().stream().map(records::words).toList()) {
      answer(addendum).ifPresent(text -> more.add(history(added(addendum) + text)));
    }
    signed
        .terms()
        .copyTo()
        .flatMap(copied -> signed.terms().practice())
        .flatMap(directory::findReceiver)
        .ifPresent(asked -> more.add(history(instead(asked, signed.terms()))));
    return ClinicalWriting.of(assessment, words, more, signed.at());
  }

  private static Finding history(String text) {
    return ClinicalWriting.finding(Finding.Kind.HISTORY, text);
  }

  private static String added(CareWords addendum) {
    return ClinicalWriting.text(addendum.author())
        .map("Added by %s: "::formatted)
        .orElse("Added: ");
  }

  /** Who was asked in the place of a practice that opens too late. */
  private String instead(LetterReceiver asked, HandoverTerms terms) {
    return "%s was asked to act by %s, because the practice is closed until then."
        .formatted(
            asked.name(),
            terms
                .dueAt()
                .map(due -> WHEN.format(due.atZone(ZoneId.of(directory.services().zone()))))
                .orElse(NOT_RECORDED));
  }

  private static Optional<String> answer(CareWords words) {
    return ClinicalWriting.text(words.summary())
        .or(() -> ClinicalWriting.text(words.asked()))
        .or(() -> ClinicalWriting.text(words.advice()));
  }

  private Outcome outcome(CaseFile file, CareWords words, Clinician author, Instant at) {
    CaseFile.Chosen chosen =
        file.chosen().orElseThrow(() -> new IllegalArgumentException("Nothing has been chosen."));
    Disposition disposition = Disposition.valueOf(chosen.choice().disposition().name());
    Optional<String> advice = ClinicalWriting.text(words.advice());
    Optional<SafetyNet> safetyNet =
        disposition == Disposition.ACUTE && advice.isEmpty()
            ? Optional.empty()
            : Optional.of(safetyNet(advice, isCalledBack(words)));
    return new Outcome(
        disposition,
        decision(file, chosen),
        disposition.needsDestination() ? destination(file, chosen.choice()) : Optional.empty(),
        safetyNet,
        advice.map(text -> new Told(author, at)),
        offers(words));
  }

  /** What was offered, by the directory's names; what has left the directory by its own code. */
  private List<WellbeingOffer> offers(CareWords words) {
    return words.aftercare().stream()
        .flatMap(aftercare -> aftercare.offers().stream())
        .map(this::offer)
        .toList();
  }

  private WellbeingOffer offer(Aftercare.Offer offer) {
    Optional<Service> service = directory.services().find(offer.service());
    return new WellbeingOffer(
        "%s: %s"
            .formatted(
                FindingWords.words(offer.need()),
                service.map(Service::name).orElse(offer.service().value())),
        WellbeingOffer.Answer.valueOf(offer.answer().name()),
        ClinicalWriting.text(offer.leaflet()).map(title -> leaflet(title, service)));
  }

  /** The title, and where the leaflet stands if the directory has a link. */
  private static String leaflet(String title, Optional<Service> service) {
    return service
        .flatMap(each -> each.known().leaflets())
        .flatMap(
            leaflets ->
                leaflets.stream()
                    .filter(each -> each.title().equals(title))
                    .flatMap(each -> each.link().stream())
                    .findFirst())
        .map(link -> title + ", " + link)
        .orElse(title);
  }

  private static boolean isCalledBack(CareWords words) {
    return words.aftercare().flatMap(Aftercare::callBack).orElse(false);
  }

  /** Advice is kept as one text, so that nothing of it is put where it does not belong. */
  private static SafetyNet safetyNet(Optional<String> advice, boolean calledBack) {
    String again = advice.isPresent() ? "As said above." : NOT_RECORDED;
    return new SafetyNet(
        advice.orElse(NOT_RECORDED),
        List.of(),
        calledBack ? again + " The hub calls the patient back." : again,
        false,
        Optional.empty(),
        false);
  }

  private static CareDecision decision(CaseFile file, CaseFile.Chosen chosen) {
    Optional<CareProposal> proposal = file.assessed().map(Assessed::proposal);
    return new CareDecision(
        chosen.at(),
        proposal.map(Letters::proposal).orElse("No protocol was asked."),
        proposal.map(Letters::rules).orElse(List.of()),
        chosen.choice().reason().map(FindingWords::words));
  }

  private static String proposal(CareProposal proposal) {
    String level =
        "Least level of care: %s (%s)"
            .formatted(
                FindingWords.words(proposal.level()),
                Disposition.valueOf(proposal.level().disposition().name()).words());
    String news2 = proposal.news2().map(score -> "; NEWS2 " + score).orElse("; no complete NEWS2");
    return level + news2;
  }

  private static List<RulesUsed> rules(CareProposal proposal) {
    return proposal.rules().stream()
        .filter(use -> !use.matched().isEmpty())
        .map((RuleUse use) -> new RulesUsed(use.table(), use.version(), use.matched()))
        .toList();
  }

  private Optional<Destination> destination(CaseFile file, CareChoice choice) {
    Service service =
        choice
            .destination()
            .flatMap(directory.services()::find)
            .orElseThrow(
                () -> new IllegalArgumentException("The destination is not in the directory."));
    return Optional.of(
        new Destination(
            Organisations.of(service),
            Optional.of(service.contact().directoryCode()),
            file.taken().map(taken -> new Destination.Acceptance(taken.by().value(), taken.at()))));
  }

  private PracticeRequest request(HandoverTerms terms, CareWords words) {
    if (terms.kind() == HandoverTerms.Kind.FOR_INFORMATION) {
      return PracticeRequest.NONE;
    }
    LocalDate by =
        LocalDate.ofInstant(terms.dueAt().orElseThrow(), ZoneId.of(directory.services().zone()));
    return new PracticeRequest(
        PracticeRequest.Kind.ACTION_REQUESTED,
        List.of(
            new PracticeRequest.Action(
                ClinicalWriting.text(words.asked()).orElse(NOT_RECORDED),
                by,
                terms.reason().map(FindingWords::words))));
  }
}
