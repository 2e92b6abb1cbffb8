package org.doorstep.dispatch.policy.urgency;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.TravelQuote;

/**
 * For which categories the area sends without a person, and what it leaves to a person even then.
 *
 * <p>A drive that is a straight-line estimate is never sent on, whatever the rules say.
 *
 * @param categories none: a person sends
 * @param assignmentsPerMinuteMax in the whole area, 0 to 60: more at once is something a person
 *     should see
 * @param reassignmentsPerIncidentMax how often one incident may be given another unit, 0 to 5
 * @param driveMinutesMax how far at most, 1 to 240
 * @param fixAgeSecondsMax how old the position of the unit may be, 0 to 3,600
 */
public record AutomaticRules(
    List<Category> categories,
    int assignmentsPerMinuteMax,
    int reassignmentsPerIncidentMax,
    int driveMinutesMax,
    int fixAgeSecondsMax) {
  private static final int PER_MINUTE_MOST = 60;
  private static final int REASSIGNMENTS_MOST = 5;
  private static final int FIX_AGE_MOST = 3_600;
  private static final int DRIVE_MOST = 240;
  private static final int MINUTE_MILLIS = 60_000;

  public AutomaticRules {
    categories = List.copyOf(categories);
    if (categories.stream().distinct().count() < categories.size()) {
      throw new IllegalArgumentException(
          "The categories (%s) sent without a person must each be there once."
              .formatted(categories));
    }
    Ranges.within(
        "number of automatic assignments a minute", assignmentsPerMinuteMax, 0, PER_MINUTE_MOST);
    Ranges.within(
        "number of automatic reassignments of an incident",
        reassignmentsPerIncidentMax,
        0,
        REASSIGNMENTS_MOST);
    Ranges.within("drive in minutes of an automatic assignment", driveMinutesMax, 1, DRIVE_MOST);
    Ranges.within("age in seconds of a fix", fixAgeSecondsMax, 0, FIX_AGE_MOST);
  }

  /** Whether the area may send by itself, and if not why not; the most lasting reason. */
  public enum Answer {
    ALLOWED("The area may send by itself."),
    PERSON_SENDS("A person sends for this category."),
    REASSIGNED_ENOUGH("This incident was given another unit as often as one may be."),
    DRIVE_ESTIMATED("The drive is a straight-line estimate."),
    FIX_STALE("The position of the unit is too old."),
    DRIVE_TOO_LONG("The unit is too far away."),
    TOO_MANY_THIS_MINUTE("The area has sent as many by itself this minute as it may.");

    private final String sentence;

    Answer(String sentence) {
      this.sentence = sentence;
    }

    /** What a person reads. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * Asks about one assignment.
   *
   * @param unitsBefore how many units the area itself had sent to the incident before; 0 for its
   *     first
   * @param sentThisMinute how many the area has sent by itself in the last sixty seconds
   */
  public Answer answer(Category category, TravelQuote quote, int unitsBefore, int sentThisMinute) {
    if (!categories.contains(category)) {
      return Answer.PERSON_SENDS;
    }
    if (unitsBefore > reassignmentsPerIncidentMax) {
      return Answer.REASSIGNED_ENOUGH;
    }
    if (quote.estimated()) {
      return Answer.DRIVE_ESTIMATED;
    }
    if (quote.fixAgeSeconds() > fixAgeSecondsMax) {
      return Answer.FIX_STALE;
    }
    if (quote.driveMillis() > driveMinutesMax * MINUTE_MILLIS) {
      return Answer.DRIVE_TOO_LONG;
    }
    return sentThisMinute < assignmentsPerMinuteMax ? Answer.ALLOWED : Answer.TOO_MANY_THIS_MINUTE;
  }
}
