package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Withdrawal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;

/**
 * How the withdrawal of a letter looks: a composition that is entered in error and replaces the
 * letter, without any patient; written and read in one place.
 */
final class WithdrawalForm {
  static final String EVENT = "handover-withdrawn";

  private static final String CASE = Terms.OURS + "case";
  private static final String REASON = "withdrawal-reason";

  private WithdrawalForm() {}

  static Bundle write(Withdrawal given) {
    Entries entries = new Entries(given.id(), given.at());
    MessageHeader header =
        LetterWriting.header(entries, EVENT, given.from(), given.to())
            .setReason(Terms.ours(REASON, given.reason().name(), given.reason().words()));
    entries.add("header", given.id(), header, Terms.UK_CORE + "UKCore-MessageHeader");
    entries.add("composition", composition(entries, given), Terms.UK_CORE + "UKCore-Composition");
    PeopleForm.write(entries, PeopleForm.FROM, given.from());
    PeopleForm.write(entries, ActionForm.TO, given.to());
    boolean test = given.to().invented() || given.from().invented();
    return entries.bundle(Terms.UK_CORE + "UKCore-Bundle", test);
  }

  private static Composition composition(Entries entries, Withdrawal given) {
    Composition composition =
        new Composition()
            .setStatus(CompositionStatus.ENTEREDINERROR)
            .setType(LetterWriting.report())
            .setDateElement(When.dateTime(given.at()))
            .setTitle("Ambulance handover withdrawn")
            .setCustodian(entries.to(PeopleForm.FROM))
            .addAuthor(entries.to(PeopleForm.FROM));
    composition.getIdentifier().setSystem(Terms.OURS + "letter").setValue(given.id().toString());
    replaces(composition, given.of());
    SectionComponent section =
        LetterWriting.section(
            composition,
            "plan-and-requested-actions",
            "Plan and requested actions",
            Stream.concat(
                    Stream.of(
                        "Do not use the handover (%s).".formatted(given.of()),
                        given.reason().words()),
                    given.words().stream())
                .toList());
    section.addEntry(
        new Reference()
            .setIdentifier(new Identifier().setSystem(CASE).setValue(given.about().key())));
    return composition;
  }

  /** Says that whoever has the other letter needs it no more. */
  static void replaces(Composition composition, UUID letter) {
    composition
        .addRelatesTo()
        .setCode(DocumentRelationshipType.REPLACES)
        .setTarget(new Identifier().setSystem(Terms.OURS + "letter").setValue(letter.toString()));
  }

  /** The letter that is replaced, if one is. */
  static Optional<UUID> readReplaced(Composition composition) {
    return composition.getRelatesTo().stream()
        .filter(related -> related.getCode() == DocumentRelationshipType.REPLACES)
        .filter(related -> related.getTarget() instanceof Identifier)
        .map(related -> (Identifier) related.getTarget())
        .filter(letter -> (Terms.OURS + "letter").equals(letter.getSystem()))
        .map(letter -> UUID.fromString(letter.getValue()))
        .findFirst();
  }

  static boolean isOne(MessageHeader header) {
    return header.getEvent() instanceof Coding event && EVENT.equals(event.getCode());
  }

  static Withdrawal read(BundleIndex index, MessageHeader header) {
    Composition composition =
        Faulty.required(index.list(Composition.class).stream().findFirst(), "Composition");
    List<String> lines = lines(composition);
    return new Withdrawal(
        UUID.fromString(Faulty.text(header.getIdElement().getIdPart(), "MessageHeader.id")),
        readCase(composition),
        PeopleForm.readOrganisation(index, header.getSender(), "MessageHeader.sender"),
        PeopleForm.readOrganisation(
            index, header.getDestinationFirstRep().getReceiver(), "MessageHeader.destination"),
        Faulty.required(When.read(composition.getDateElement()), "Composition.date"),
        Faulty.required(readReplaced(composition), "Composition.relatesTo"),
        Faulty.required(
            Stream.of(Withdrawal.Reason.values())
                .filter(each -> header.getReason().hasCoding(Terms.OURS + REASON, each.name()))
                .findFirst(),
            "MessageHeader.reason"),
        lines.size() > 2 ? Optional.of(lines.get(2)) : Optional.empty());
  }

  private static List<String> lines(Composition composition) {
    return composition.getSectionFirstRep().getText().getDiv().getChildNodes().stream()
        .map(paragraph -> paragraph.allText())
        .toList();
  }

  private static CaseReference readCase(Composition composition) {
    return CaseReference.of(
        Faulty.required(
            composition.getSectionFirstRep().getEntry().stream()
                .map(Reference::getIdentifier)
                .filter(identifier -> CASE.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst(),
            "Composition.section.entry"));
  }
}
