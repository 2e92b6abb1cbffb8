package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;

/**
 * The system that posts or reads, as its token has shown.
 *
 * @param name as the operator calls it
 * @param speaksFor the services for which it sends and answers: digits of the directory of
 *     services, and names of our own directory; none: it may ask for help and read nothing
 */
public record BarsCaller(String name, Optional<List<String>> speaksFor) {
  /** Whoever comes where no token is asked for: this machine only. */
  public static final BarsCaller ANYBODY = new BarsCaller("anybody", Optional.empty());

  public BarsCaller {
    speaksFor = speaksFor.map(List::copyOf);
  }

  /** A system that speaks for these services. */
  public static BarsCaller of(String name, List<String> services) {
    return new BarsCaller(name, Optional.of(services));
  }

  /**
   * Whether it speaks for a sender.
   *
   * @param sender as {@link BarsEnvelope#sender()}, or a name of our own directory
   */
  public boolean isFor(String sender) {
    String id = sender.substring(sender.lastIndexOf('|') + 1);
    return speaksFor.isEmpty() || speaksFor.get().contains(id);
  }
}
