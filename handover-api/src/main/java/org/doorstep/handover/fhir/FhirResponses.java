package org.doorstep.handover.fhir;

import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.ResponseTranslator;

/** Answers to requests as messages of BaRS. Thread-safe; the first use takes long. */
public final class FhirResponses implements ResponseTranslator {
  @Override
  public byte[] write(byte[] request, BarsResponse response) {
    return Texts.write(new ResponseWriting(Texts.read(request), response, false).write());
  }

  @Override
  public byte[] writeBare(byte[] request, BarsResponse response) {
    return Texts.write(new ResponseWriting(Texts.read(request), response, true).write());
  }
}
