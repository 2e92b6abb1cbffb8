package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an incident from its calls.
 *
 * @param record where the words lie
 * @param place sealed coordinates; empty while nobody knows where
 * @param flags sorted, without repeats
 */
public record Report(
    RecordId record,
    IncidentSource source,
    Instant openedAt,
    Optional<SealedPlace> place,
    List<Flag> flags) {

  public Report {
    flags = sorted(flags);
  }

  /** The same report with the place settled. */
  public Report withPlace(SealedPlace settled, Collection<Flag> nowFlags) {
    return new Report(record, source, openedAt, Optional.of(settled), List.copyOf(nowFlags));
  }

  /** The same report with more flags. */
  public Report withFlags(Collection<Flag> more) {
    EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(flags);
    all.addAll(more);
    return new Report(record, source, openedAt, place, List.copyOf(all));
  }

  private static List<Flag> sorted(Collection<Flag> given) {
    EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
    set.addAll(given);
    return List.copyOf(set);
  }
}
