package org.doorstep.handover.fhir;

import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.paper.LetterPaper;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * The letter on paper within its message, for receivers that file documents and read no codes. It
 * is written from the same lines; whoever reads the message back needs it not.
 */
final class PaperForm {
  static final String DOCUMENT = "document";

  private PaperForm() {}

  static Reference write(Entries entries, HandoverLetter letter, Reference author) {
    byte[] paper = LetterPaper.write(letter);
    DocumentReference document =
        new DocumentReference()
            .setStatus(DocumentReferenceStatus.CURRENT)
            .setDocStatus(DocumentReference.ReferredDocumentStatus.FINAL)
            .setType(Terms.snomed(LetterWriting.REPORT, "Report of clinical encounter"))
            .setSubject(entries.to(PatientForm.PATIENT))
            .setDateElement(When.instant(letter.head().writtenAt()))
            .addAuthor(author)
            .setCustodian(entries.to(PeopleForm.FROM))
            .setDescription("Ambulance handover to the practice");
    document
        .addContent()
        .setAttachment(
            new Attachment()
                .setContentType("application/pdf")
                .setData(paper)
                .setSize(paper.length)
                .setTitle("Ambulance handover to the practice")
                .setCreationElement(When.dateTime(letter.head().writtenAt())));
    return entries.add(DOCUMENT, document, Terms.UK_CORE + "UKCore-DocumentReference");
  }
}
