package org.doorstep.handover.bars;

/**
 * Writes answers to requests as messages of the standard.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library.
 */
public interface ResponseTranslator {
  /**
   * The message, FHIR R4 in JSON, with what the sender has said of the case.
   *
   * @param request the body of the request as it came
   */
  byte[] write(byte[] request, BarsResponse response);

  /**
   * The message with the names of the case only, for a sender whose own words would make it
   * invalid: that help comes, or does not, must reach them all the same.
   *
   * @param request the body of the request as it came
   */
  byte[] writeBare(byte[] request, BarsResponse response);
}
