package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * What else has to be known before a patient is sent to a service.
 *
 * @param visits where it comes to the patient; absent where it does not, or goes anywhere
 * @param xray when it has x-ray; absent where that is not said
 * @param leaflets what a patient can be given to read
 * @param handover how long handing over takes there as a rule
 * @param note for people; what is invented says so
 */
public record ServiceTerms(
    Optional<Visits> visits,
    Optional<OpeningHours> xray,
    Optional<ReferralTerms> referral,
    Optional<List<Leaflet>> leaflets,
    Optional<UsualHandover> handover,
    Optional<String> note) {
  /** Nothing is said. */
  public static final ServiceTerms NONE =
      new ServiceTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ServiceTerms {
    leaflets = leaflets.map(List::copyOf);
  }

  /**
   * Where a service goes: districts, or a circle.
   *
   * @param districts by name; any where absent
   * @param from centre of the circle; with {@code radiusKilometers}
   */
  public record Visits(
      Optional<List<String>> districts,
      Optional<Position> from,
      Optional<Integer> radiusKilometers) {
    public Visits {
      districts = districts.map(List::copyOf);
      radiusKilometers.ifPresent(kilometers -> Require.atLeast("radius in km", kilometers, 1));
      if (from.isPresent() != radiusKilometers.isPresent()) {
        throw new IllegalArgumentException(
            "A circle must have both its centre and its radius in kilometres.");
      }
    }
  }

  /**
   * How a referral is agreed.
   *
   * @param callFirst whether a clinician has to speak to a clinician there first
   * @param answerMinutes within which it says yes or no
   * @param visitMinutes within which it sees the patient
   * @param lastReferral the latest time of day at which it takes a referral, such as 18:00
   */
  public record ReferralTerms(
      boolean callFirst,
      Optional<Integer> answerMinutes,
      Optional<Integer> visitMinutes,
      Optional<LocalClock> lastReferral) {
    public ReferralTerms {
      answerMinutes.ifPresent(minutes -> Require.atLeast("minutes to answer", minutes, 1));
      visitMinutes.ifPresent(minutes -> Require.atLeast("minutes to visit", minutes, 1));
    }
  }

  /**
   * Something to read.
   *
   * @param link where it stands; or
   * @param text what it says
   */
  public record Leaflet(String title, Optional<String> link, Optional<String> text) {
    public Leaflet {
      if (title.isBlank() || (link.isEmpty() && text.isEmpty())) {
        throw new IllegalArgumentException(
            "The leaflet (%s) must have a title, and a link or a text.".formatted(title));
      }
    }
  }

  /**
   * Usual minutes from arrival to handover, by the hour of arrival: a dated parameter.
   *
   * @param asOf the date of the figures
   * @param source where they are from; what is made up says so
   * @param minutesByHour 24 figures, from midnight by the clock on the wall
   */
  public record UsualHandover(String asOf, String source, List<Integer> minutesByHour) {
    private static final int HOURS = 24;

    public UsualHandover {
      minutesByHour = List.copyOf(minutesByHour);
      if (minutesByHour.size() != HOURS) {
        throw new IllegalArgumentException(
            "The usual minutes to handover (%d figures) must be one for each of 24 hours."
                .formatted(minutesByHour.size()));
      }
      minutesByHour.forEach(minutes -> Require.atLeast("minutes to handover", minutes, 0));
    }
  }
}
