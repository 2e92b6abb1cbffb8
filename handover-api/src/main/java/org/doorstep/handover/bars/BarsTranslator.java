package org.doorstep.handover.bars;

import java.util.Optional;

/**
 * Reads bodies and writes answers.
 *
 * <p>An interface although there is one implementation: the package {@code fhir} alone may see the
 * FHIR library and needs the records of this one, and packages form no cycle.
 */
public interface BarsTranslator {
  /** Reads a body, whatever it is; never throws for what a sender may have sent. */
  BarsReading read(byte[] body, Optional<String> contentType);

  /** The answer to a message that was taken. Deterministic: a repeat gets the same text. */
  String accept(BarsSyntax syntax, BarsMessage message, BarsAcceptance acceptance);

  /** The answer to an answer that was taken. */
  String hear(BarsSyntax syntax);

  /** The answer to one that was not. Deterministic. */
  String refuse(BarsSyntax syntax, BarsFault fault);
}
