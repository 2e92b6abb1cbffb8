package org.doorstep.handover.bars;

/** What came of reading a body: a message, or what is wrong with it. */
public sealed interface BarsReading {
  /** In which syntax it came; an answer goes back in the same. */
  BarsSyntax syntax();

  /** It is a message about a service request. */
  record Understood(BarsSyntax syntax, BarsMessage message) implements BarsReading {}

  /**
   * It answers a message of ours.
   *
   * @param message the bundle in JSON, whatever it came in
   * @param digest SHA-256 of it in hexadecimal
   */
  record Answered(BarsSyntax syntax, String message, String digest) implements BarsReading {
    @Override
    public String toString() {
      return "Answered[masked]";
    }
  }

  /** It is nothing that can be acted on. */
  record Refused(BarsSyntax syntax, BarsFault fault) implements BarsReading {}
}
