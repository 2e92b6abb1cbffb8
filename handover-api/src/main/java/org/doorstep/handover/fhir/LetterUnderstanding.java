package org.doorstep.handover.fhir;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.letter.PracticeRequest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;

/** Reads a message back into the letter that {@link LetterWriting} was given. */
final class LetterUnderstanding {
  private LetterUnderstanding() {}

  /**
   * Reads a letter, or what takes one back.
   *
   * @throws Faulty if something needed is missing
   * @throws IllegalArgumentException if a value is none that a letter may have
   */
  static LetterReading read(Bundle bundle) {
    BundleIndex index = new BundleIndex(bundle);
    MessageHeader header =
        Faulty.required(index.list(MessageHeader.class).stream().findFirst(), "MessageHeader");
    return WithdrawalForm.isOne(header)
        ? new LetterReading.Withdrawn(WithdrawalForm.read(index, header))
        : new LetterReading.Understood(letter(index, header));
  }

  private static HandoverLetter letter(BundleIndex index, MessageHeader header) {
    if (!(header.getEvent() instanceof Coding event)
        || !LetterWriting.EVENT.equals(event.getCode())) {
      throw new Faulty("MessageHeader.event", "The message is no handover to a practice.");
    }
    Composition composition =
        Faulty.required(index.list(Composition.class).stream().findFirst(), "Composition");
    Encounter encounter =
        Faulty.required(
            index.find(composition.getEncounter(), Encounter.class), "Composition.encounter");
    Patient patient =
        Faulty.required(index.find(composition.getSubject(), Patient.class), "Composition.subject");
    return new HandoverLetter(
        head(index, header, composition, patient),
        PatientForm.read(index, patient),
        VisitForm.read(index, encounter),
        ClinicalForm.read(index),
        OutcomeForm.read(index, encounter),
        ActionForm.read(index, kind(header)));
  }

  private static LetterHead head(
      BundleIndex index, MessageHeader header, Composition composition, Patient patient) {
    return new LetterHead(
        UUID.fromString(Faulty.text(header.getIdElement().getIdPart(), "MessageHeader.id")),
        PatientForm.readCase(patient),
        PeopleForm.readOrganisation(index, header.getSender(), "MessageHeader.sender"),
        PeopleForm.readOrganisation(
            index, header.getDestinationFirstRep().getReceiver(), "MessageHeader.destination"),
        Faulty.required(When.read(composition.getDateElement()), "Composition.date"),
        PeopleForm.readClinician(
            index,
            Faulty.required(composition.getAuthor().stream().findFirst(), "Composition.author"),
            "Composition.author"),
        WithdrawalForm.readReplaced(composition));
  }

  private static PracticeRequest.Kind kind(MessageHeader header) {
    Optional<PracticeRequest.Kind> kind =
        Stream.of(PracticeRequest.Kind.values())
            .filter(each -> header.getReason().hasCoding(Terms.OURS + "handover-kind", each.name()))
            .findFirst();
    return Faulty.required(kind, "MessageHeader.reason");
  }
}
