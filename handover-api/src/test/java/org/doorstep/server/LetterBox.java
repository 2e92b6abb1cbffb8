package org.doorstep.server;

import java.util.UUID;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.sample.SampleLetters;
import org.doorstep.server.http.LetterShelf;

/** Puts letters about invented visits into the inboxes of a test server's practices. */
public final class LetterBox {
  private final LetterShelf shelf;

  public LetterBox(TestServer server) {
    this.shelf = server.running().letters();
  }

  /** Delivers a letter and says its id. */
  public UUID deliver(String practice, long incident, Disposition disposition, Kind kind) {
    HandoverLetter sample = SampleLetters.of(disposition, kind);
    LetterHead head = sample.head();
    String code = shelf.codeOf().apply(new ServiceId(practice)).orElseThrow();
    UUID id = UUID.randomUUID();
    HandoverLetter letter =
        new HandoverLetter(
            new LetterHead(
                id,
                new CaseReference(TestServer.AREA.value(), incident, 1),
                head.from(),
                new Organisation(code, practice + " (invented)", true),
                head.writtenAt(),
                head.author()),
            sample.patient(),
            sample.visit(),
            sample.clinical(),
            sample.outcome(),
            sample.request());
    ReceiptCode said = shelf.inbox().receive(id, new FhirLetters().write(letter)).code();
    if (said != ReceiptCode.SUCCESS) {
      throw new AssertionError("The letter was not taken: " + said);
    }
    return id;
  }
}
