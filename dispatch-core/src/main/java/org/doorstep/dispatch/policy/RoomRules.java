package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceWord;

/**
 * For how long a word on room holds.
 *
 * <p>ENGINEERING DEFAULTS that need approval. A word without a time of its own is nobody's
 * knowledge once it is older than {@link #holdsFor}; a pause holds until its stated end, and then
 * nothing is known until the service speaks again, for a person may have forgotten to come back. A
 * service that took patients until a stated time takes none for the rest of that day. So what sends
 * patients away may outlive what lets them come, never the other way round.
 */
public final class RoomRules {
  /** A pause without an end, and one with, are not believed for longer. */
  public static final Duration PAUSE_MAX = Duration.ofHours(24);

  private static final Duration EMERGENCY_HOLDS = Duration.ofHours(1);
  private static final Duration WALK_IN_HOLDS = Duration.ofHours(2);
  private static final Duration COMMUNITY_HOLDS = Duration.ofHours(4);
  private static final Duration BED_HOLDS = Duration.ofHours(8);

  private RoomRules() {}

  /** How old a word of a service may be before it says nothing about now. */
  public static Duration holdsFor(Service service) {
    if (service.meets(CareNeed.EMERGENCY)) {
      return EMERGENCY_HOLDS;
    }
    if (service.meets(CareNeed.COMMUNITY_BED)) {
      return BED_HOLDS;
    }
    return service.place().isPresent() ? WALK_IN_HOLDS : COMMUNITY_HOLDS;
  }

  /** What is left of a word at a moment. */
  public static ServiceStatus status(
      ServiceDirectory directory, Service service, Optional<ServiceWord> word, Instant now) {
    return word.map(said -> status(directory, service, said, now)).orElse(ServiceStatus.UNKNOWN);
  }

  private static ServiceStatus status(
      ServiceDirectory directory, Service service, ServiceWord word, Instant now) {
    Duration age = age(word, now);
    Room room = room(directory, service, word, now, age);
    Optional<Integer> places = room == Room.UNKNOWN ? Optional.empty() : word.placesLeft();
    Optional<Instant> until = room == Room.UNKNOWN ? Optional.empty() : word.until();
    return new ServiceStatus(room, Optional.of(age.toSeconds()), until, places, word.note());
  }

  private static Room room(
      ServiceDirectory directory, Service service, ServiceWord word, Instant now, Duration age) {
    boolean isOld = age.compareTo(holdsFor(service)) >= 0;
    boolean isPast = word.until().map(until -> !now.isBefore(until)).orElse(false);
    if (word.room() == Room.PAUSED) {
      boolean isForgotten = word.until().isEmpty() ? isOld : age.compareTo(PAUSE_MAX) >= 0;
      return isPast || isForgotten ? Room.UNKNOWN : Room.PAUSED;
    }
    if (isPast && word.room() != Room.UNKNOWN) {
      return isSameDay(directory, word.until().orElse(now), now)
          ? Room.NO_MORE_TODAY
          : Room.UNKNOWN;
    }
    if (isOld) {
      return Room.UNKNOWN;
    }
    boolean isTaken = word.placesLeft().map(places -> places == 0).orElse(false);
    return isTaken && !word.room().isShut() && word.room() != Room.UNKNOWN
        ? Room.FULL
        : word.room();
  }

  private static boolean isSameDay(ServiceDirectory directory, Instant one, Instant other) {
    LocalDate day = directory.local(one).toLocalDate();
    return day.equals(directory.local(other).toLocalDate());
  }

  private static Duration age(ServiceWord word, Instant now) {
    Duration age = Duration.between(word.said().at(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
