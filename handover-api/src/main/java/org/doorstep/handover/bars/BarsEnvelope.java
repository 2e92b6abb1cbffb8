package org.doorstep.handover.bars;

import java.util.Locale;
import java.util.Optional;

/**
 * Who sent what to whom, and why.
 *
 * @param digest SHA-256 in hexadecimal of the message's content, the same in XML and JSON; ids are
 *     not trusted, because senders (and the official examples) reuse them for other content
 * @param bundle the bundle's id, which an answer names
 * @param source the sending service as given, {@code system|id}
 * @param destination the receiving service as given
 */
public record BarsEnvelope(
    String digest,
    Optional<String> bundle,
    Reason reason,
    Optional<String> source,
    Optional<String> destination) {
  private static final String UNKNOWN = "unknown";

  /** Why the message was sent. */
  public enum Reason {
    NEW,
    UPDATE,
    DELETE,
    /** Not stated, or in a word that is none of the standard. */
    UNSTATED
  }

  /**
   * The sending service in one spelling, for example {@code dos-service-id|2222222222}; senders
   * differ in scheme and capitals.
   */
  public String sender() {
    return source
        .map(given -> given.substring(given.lastIndexOf('/') + 1))
        .map(given -> given.toLowerCase(Locale.ROOT))
        .map(given -> given.replaceAll("[^a-z0-9._@:|-]", "-"))
        .map(given -> given.substring(0, Math.min(given.length(), 100)))
        .filter(given -> !given.isEmpty())
        .orElse(UNKNOWN);
  }
}
