package org.doorstep.handover.bars;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The request that the message is about.
 *
 * @param url how the message points at it, {@code urn:uuid:...}
 * @param keys everything that names it, by which a later message is matched; sorted, at least one
 * @param useCase in lower case, for example {@code a6t1}
 */
public record BarsRequest(
    String url,
    List<String> keys,
    Status status,
    Purpose purpose,
    Optional<String> useCase,
    Journey journey) {
  public BarsRequest {
    keys = List.copyOf(keys);
  }

  /** The id by which it is read and updated, in lower case. */
  public String id() {
    return url.substring(url.lastIndexOf(':') + 1)
        .replaceFirst("^.*/", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether help is still asked for. */
  public enum Status {
    ACTIVE,
    REVOKED,
    ENTERED_IN_ERROR
  }

  /** What is asked of the receiver. */
  public enum Purpose {
    /** Take the patient over. */
    REFERRAL,
    /** Look at the sender's triage again. */
    VALIDATION
  }

  /**
   * The names of the case beyond this request.
   *
   * @param id the same through the patient's whole journey
   * @param caseNumber what the sender's desk says on the telephone
   */
  public record Journey(Optional<String> id, Optional<String> caseNumber) {}
}
