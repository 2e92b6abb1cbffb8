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
 * @param contact who has spoken with them since; empty where nobody has and nothing is open
 */
public record Report(
    RecordId record,
    IncidentSource source,
    Instant openedAt,
    Optional<SealedPlace> place,
    List<Flag> flags,
    Optional<Contact> contact) {

  public Report {
    flags = sorted(flags);
  }

  /** Of a first call; whoever has called before is to be reviewed. */
  public Report(
      RecordId record,
      IncidentSource source,
      Instant openedAt,
      Optional<SealedPlace> place,
      List<Flag> flags) {
    this(record, source, openedAt, place, flags, reviewIfRepeat(flags, openedAt));
  }

  private static Optional<Contact> reviewIfRepeat(List<Flag> flags, Instant at) {
    return flags.contains(Flag.REPEAT_CALLER)
        ? Optional.of(Contact.NONE.reviewOpened(at))
        : Optional.empty();
  }

  /** Who has spoken with them since the first call, and what is open. */
  public Contact spoken() {
    return contact.orElse(Contact.NONE);
  }

  /** The same report after somebody has spoken with them. */
  public Report with(Contact now) {
    return new Report(record, source, openedAt, place, flags, Optional.of(now));
  }

  /** The same report with the place settled. */
  public Report withPlace(SealedPlace settled, Collection<Flag> nowFlags) {
    return new Report(
        record, source, openedAt, Optional.of(settled), List.copyOf(nowFlags), contact);
  }

  /** The same report with the flags of another call; whoever calls again is to be reviewed. */
  public Report withCall(Collection<Flag> more, Instant at) {
    EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(flags);
    all.addAll(more);
    Optional<Contact> now =
        more.contains(Flag.REPEAT_CALLER) ? Optional.of(spoken().reviewOpened(at)) : contact;
    return new Report(record, source, openedAt, place, List.copyOf(all), now);
  }

  private static List<Flag> sorted(Collection<Flag> given) {
    EnumSet<Flag> set = EnumSet.noneOf(Flag.class);
    set.addAll(given);
    return List.copyOf(set);
  }
}
