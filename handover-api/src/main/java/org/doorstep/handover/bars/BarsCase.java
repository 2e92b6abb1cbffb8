package org.doorstep.handover.bars;

import java.util.List;

/**
 * One request of one sender, with every version of it that was received; its sender is told of each
 * change.
 *
 * @param versions the oldest first, at least one
 */
public record BarsCase(String sender, String request, List<BarsVersion> versions) {
  private static final int BITS = 31;

  public BarsCase {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("A request has at least one version.");
    }
  }

  /** The message that began it, which answers name. */
  public BarsVersion first() {
    return versions.get(0);
  }

  /** The message that was received last. */
  public BarsVersion last() {
    return versions.get(versions.size() - 1);
  }

  /** The last message that holds the whole request; what calls one off holds its names only. */
  public BarsVersion whole() {
    return versions.stream()
        .filter(version -> version.asked().status() == BarsRequest.Status.ACTIVE)
        .reduce((earlier, later) -> later)
        .orElseGet(this::first);
  }

  /** The digits of the directory of services by which the sender is known. */
  public String senderId() {
    return sender.substring(sender.lastIndexOf('|') + 1);
  }

  /** A number that tells it from the other requests of its incident; the same at any time. */
  public int number() {
    return (int)
        (DerivedId.of("bars-case", sender, request).getLeastSignificantBits() & ((1L << BITS) - 1));
  }
}
