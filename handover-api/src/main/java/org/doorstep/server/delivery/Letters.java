package org.doorstep.server.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.doorstep.dispatch.shell.reference.Practice;
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

/** Writes the letter to a practice that a signed handover calls for. Blocks. */
final class Letters {
  private static final String NOT_RECORDED = "Not recorded.";

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
   * @throws IllegalArgumentException if something is missing without which there is no letter
   */
  HandoverLetter write(UUID id, CaseFile file, CaseFile.Signed signed, Practice to) {
    CareWords words = records.words(signed.words());
    Clinician author =
        words
            .author()
            .flatMap(Clinician::find)
            .orElseThrow(
                () -> new IllegalArgumentException("The letter's author is not registered."));
    return new HandoverLetter(
        new LetterHead(
            id,
            CaseRecords.reference(file, area.value()),
            from,
            new Organisation(to.odsCode(), to.name(), to.invented()),
            signed.at(),
            author),
        records.patient(file),
        records.visit(file, Optional.of(author), times(file, signed)),
        clinical(file, signed, words),
        outcome(file, words, author, signed.at()),
        request(signed.terms(), words));
  }

  private VisitTimes times(CaseFile file, CaseFile.Signed signed) {
    return new VisitTimes(file.opened().at(), file.firstAtPatient(), file.lastLeft(), signed.at());
  }

  private Clinical clinical(CaseFile file, CaseFile.Signed signed, CareWords words) {
    Optional<Assessment> assessment = records.assessment(file).map(AssessmentDetails::assessment);
    List<Finding> more = new ArrayList<>();
    signed
        .answer()
        .map(records::words)
        .flatMap(Letters::answer)
        .ifPresent(
            text ->
                more.add(
                    ClinicalWriting.finding(
                        Finding.Kind.HISTORY, "Answer to your question: " + text)));
    return ClinicalWriting.of(assessment, words, more, signed.at());
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
                ClinicalWriting.text(words.asked()).orElse(NOT_RECORDED), by, Optional.empty())));
  }
}
