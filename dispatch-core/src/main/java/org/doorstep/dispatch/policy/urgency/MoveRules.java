package org.doorstep.dispatch.policy.urgency;

/**
 * How often crews are moved for the sake of cover, and how much there must be in it.
 *
 * @param perCrewTwelveHoursMax orders to one crew in twelve hours, 0 to 50
 * @param perAreaHourMax orders in the whole area in an hour, 0 to 200
 * @param restMinutesMin how long a crew must have stood before it is moved again, 0 to 240
 * @param driveMinutesMax how far at most, 1 to 240
 * @param gainShareMin how much more of the expected demand must be covered, 0 to 1
 */
public record MoveRules(
    int perCrewTwelveHoursMax,
    int perAreaHourMax,
    double restMinutesMin,
    double driveMinutesMax,
    double gainShareMin) {
  private static final int PER_CREW_MOST = 50;
  private static final int PER_AREA_MOST = 200;
  private static final double MINUTES_MAX = 240;

  public MoveRules {
    Ranges.within("moves of a crew in twelve hours", perCrewTwelveHoursMax, 0, PER_CREW_MOST);
    Ranges.within("moves in the area in an hour", perAreaHourMax, 0, PER_AREA_MOST);
    Ranges.within("rest in minutes before a move", restMinutesMin, 0, MINUTES_MAX);
    Ranges.within("drive in minutes of a move", driveMinutesMax, 1, MINUTES_MAX);
    Ranges.within("least gain of a move as a share of demand", gainShareMin, 0, 1);
  }

  /** Whether a crew may be moved, and if not why not; the most lasting reason. */
  public enum Answer {
    ALLOWED("The crew may be moved."),
    CREW_MOVED_ENOUGH("The crew was moved as often as one may be in twelve hours."),
    AREA_MOVED_ENOUGH("The area has moved as many crews this hour as it may."),
    CREW_RESTS("The crew has not stood long enough since it came."),
    DRIVE_TOO_LONG("The post is too far away."),
    GAIN_TOO_SMALL("Cover would not gain enough.");

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
   * Asks about one move.
   *
   * @param crewMoves orders to the crew in the last twelve hours
   * @param areaMoves orders in the area in the last hour
   * @param restedMinutes how long the crew has stood
   */
  public Answer answer(
      int crewMoves, int areaMoves, double restedMinutes, double driveMinutes, double gainShare) {
    if (crewMoves >= perCrewTwelveHoursMax) {
      return Answer.CREW_MOVED_ENOUGH;
    }
    if (areaMoves >= perAreaHourMax) {
      return Answer.AREA_MOVED_ENOUGH;
    }
    // Turned round, so that what is not a number never moves a crew.
    if (!(restedMinutes >= restMinutesMin)) {
      return Answer.CREW_RESTS;
    }
    if (!(driveMinutes <= driveMinutesMax)) {
      return Answer.DRIVE_TOO_LONG;
    }
    return gainShare >= gainShareMin ? Answer.ALLOWED : Answer.GAIN_TOO_SMALL;
  }
}
