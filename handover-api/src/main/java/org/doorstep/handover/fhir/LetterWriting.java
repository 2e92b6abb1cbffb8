package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.letter.Destination;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.LetterWords;
import org.doorstep.handover.letter.Organisation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionAttestationMode;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Writes a handover as a message of UK Core: a header, a composition whose sections a person can
 * read, and every statement once more as data.
 *
 * <p>The headings are those of the record standards; what is asked of the practice stands first.
 */
final class LetterWriting {
  static final String EVENT = "handover-to-practice";

  private static final String HEADINGS = Terms.UK_CORE_CODES + "UKCore-RecordStandardHeadings";
  static final String REPORT = "371531000";

  private final HandoverLetter letter;
  private final Entries entries;

  private LetterWriting(HandoverLetter letter) {
    this.letter = letter;
    this.entries = new Entries(letter.head().id(), letter.head().writtenAt());
  }

  static Bundle write(HandoverLetter letter) {
    return new LetterWriting(letter).write();
  }

  private Bundle write() {
    LetterHead head = letter.head();
    MessageHeader header = header();
    Composition composition = composition();
    entries.add("header", head.id(), header, Terms.UK_CORE + "UKCore-MessageHeader");
    entries.add("composition", composition, Terms.UK_CORE + "UKCore-Composition");
    PeopleForm.write(entries, PeopleForm.FROM, head.from());
    Reference to = PeopleForm.write(entries, ActionForm.TO, head.to());
    PatientForm.write(
        new PatientForm.Context(entries, head.about(), Optional.of(to)), letter.patient());
    Reference author = PeopleForm.write(entries, head.author());
    header.setAuthor(author);
    composition.addAuthor(author);
    composition
        .addAttester()
        .setMode(CompositionAttestationMode.PROFESSIONAL)
        .setTimeElement(When.dateTime(head.writtenAt()))
        .setParty(author);
    Encounter encounter = VisitForm.write(entries, head.about(), letter.visit());
    VisitForm.writeCrews(entries, letter.visit());
    ClinicalForm.Written clinical = new ClinicalForm(entries, author).write(letter.clinical());
    OutcomeForm.Written outcome = OutcomeForm.write(entries, encounter, letter.outcome(), author);
    Reference visit =
        entries.add(VisitForm.ENCOUNTER, encounter, Terms.UK_CORE + "UKCore-Encounter");
    List<Reference> asked = ActionForm.write(entries, letter.request(), head.writtenAt(), author);
    Reference paper = PaperForm.write(entries, letter, author);
    sections(composition, clinical, new Links(visit, outcome, asked, paper));
    return entries.bundle(Terms.UK_CORE + "UKCore-Bundle", isTest());
  }

  /** What the sections point at besides the clinical record. */
  private record Links(
      Reference visit, OutcomeForm.Written outcome, List<Reference> asked, Reference paper) {}

  private MessageHeader header() {
    LetterHead head = letter.head();
    return header(entries, EVENT, head.from(), head.to())
        .setReason(
            Terms.ours(
                "handover-kind", letter.request().kind().name(), letter.request().kind().words()));
  }

  /** The header of a message about a composition. */
  static MessageHeader header(Entries entries, String event, Organisation from, Organisation to) {
    MessageHeader header =
        new MessageHeader()
            .setEvent(new Coding(Terms.OURS + "message-event", event, null))
            .setSender(entries.to(PeopleForm.FROM))
            .setResponsible(entries.to(PeopleForm.FROM));
    header
        .addDestination()
        .setName(to.name())
        .setEndpoint(endpoint(to))
        .setReceiver(entries.to(ActionForm.TO));
    header.getSource().setName(from.name()).setSoftware("Doorstep").setEndpoint(endpoint(from));
    header.addFocus(entries.to("composition"));
    return header;
  }

  static CodeableConcept report() {
    return Terms.snomed(REPORT, "Report of clinical encounter");
  }

  private Composition composition() {
    Composition composition =
        new Composition()
            .setStatus(CompositionStatus.FINAL)
            .setType(report())
            .setSubject(entries.to(PatientForm.PATIENT))
            .setEncounter(entries.to(VisitForm.ENCOUNTER))
            .setDateElement(When.dateTime(letter.head().writtenAt()))
            .setTitle("Ambulance handover to the practice")
            .setCustodian(entries.to(PeopleForm.FROM));
    composition
        .getIdentifier()
        .setSystem(Terms.OURS + "letter")
        .setValue(letter.head().id().toString());
    letter.head().replaces().ifPresent(old -> WithdrawalForm.replaces(composition, old));
    return composition;
  }

  private void sections(Composition to, ClinicalForm.Written clinical, Links links) {
    section(
        to,
        "plan-and-requested-actions",
        "Plan and requested actions",
        LetterWords.asked(letter.request()),
        links.asked());
    List<Reference> outcome = new ArrayList<>(List.of(links.outcome().plan()));
    links.outcome().destination().ifPresent(outcome::add);
    section(to, "disposition-details", "Disposition details", LetterWords.outcome(letter), outcome);
    section(
        to,
        "reason-for-contact",
        "Reason for contact",
        LetterWords.visit(letter.visit()),
        List.of(links.visit()));
    section(
        to,
        "patient-demographics",
        "Patient demographics",
        LetterWords.patient(letter.patient()),
        List.of(entries.to(PatientForm.PATIENT)));
    clinicalSections(to, clinical);
    section(
        to,
        "information-and-advice-given",
        "Information and advice given",
        adviceGiven(),
        links.outcome().talks());
    section(
        to,
        "person-completing-record",
        "Person completing record",
        List.of(LetterWords.person(letter.head().author())),
        to.getAuthor());
    section(
        to,
        "documents-including-correspondence-audio-and-images",
        "Documents",
        List.of("This letter as PDF, to be printed or filed."),
        List.of(links.paper()));
  }

  private List<String> adviceGiven() {
    List<String> lines = new ArrayList<>(LetterWords.advice(letter.outcome().safetyNet()));
    LetterWords.offers(letter.outcome()).forEach(line -> lines.add("Offered: " + line));
    return lines;
  }

  private void clinicalSections(Composition to, ClinicalForm.Written clinical) {
    section(
        to,
        "observations",
        "Observations",
        LetterWords.observations(letter.clinical()),
        clinical.observations());
    section(
        to,
        "examination-findings",
        "Examination findings",
        LetterWords.findings(letter.clinical()),
        clinical.findings());
    section(
        to,
        "treatments-and-interventions",
        "Treatments and interventions",
        LetterWords.treatments(letter.clinical()),
        clinical.treatments());
    section(
        to,
        "acute-medication",
        "Acute medication",
        LetterWords.medicines(letter.clinical()),
        clinical.medicines());
  }

  private static void section(
      Composition to, String code, String title, List<String> lines, List<Reference> entries) {
    if (!lines.isEmpty() || !entries.isEmpty()) {
      SectionComponent section = section(to, code, title, lines);
      entries.forEach(entry -> section.addEntry(entry.copy()));
    }
  }

  /** A section of lines. */
  static SectionComponent section(Composition to, String code, String title, List<String> lines) {
    SectionComponent section =
        to.addSection().setTitle(title).setCode(Terms.concept(HEADINGS, code, title));
    XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
    div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
    for (String line : lines.isEmpty() ? List.of(title) : lines) {
      div.addTag("p").addText(line);
    }
    section.getText().setStatus(NarrativeStatus.GENERATED).setDiv(div);
    return section;
  }

  private boolean isTest() {
    Optional<Organisation> destination = letter.outcome().destination().map(Destination::service);
    return letter.head().to().invented()
        || letter.head().from().invented()
        || destination.map(Organisation::invented).orElse(false);
  }

  private static String endpoint(Organisation organisation) {
    return Terms.ODS + "|" + organisation.odsCode();
  }
}
