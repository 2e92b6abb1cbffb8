package org.doorstep.handover.gp;

import java.util.Optional;

/**
 * Reads the answers of a FHIR R4 server that may lie. Blocks for as long as parsing takes;
 * thread-safe.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library
 * and needs the records of this one, and packages form no cycle.
 */
public interface SummaryTranslator {
  /**
   * The patient whom a search by NHS number has found; empty where it has found nobody.
   *
   * @param contentType as the server says
   * @throws UntrustedAnswer if the answer is none, or of somebody else
   */
  Optional<RecordedPatient> findPatient(byte[] body, String contentType, String nhsNumber);

  /**
   * One page about that patient.
   *
   * @param base the address of the server, without a slash at its end
   * @throws UntrustedAnswer if the answer is none, or any of it is about somebody else
   */
  AnswerPage page(byte[] body, String contentType, RecordedPatient patient, String base);
}
