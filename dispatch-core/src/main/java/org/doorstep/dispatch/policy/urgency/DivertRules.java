package org.doorstep.dispatch.policy.urgency;

import java.util.List;

/**
 * When a unit on its way to one patient may be sent to a more urgent one instead.
 *
 * @param paths from which level to which, each pair once; what is not listed is not allowed
 * @param lostUnitMax how often one patient may lose the unit that was coming, 0 to 5
 * @param nearArrivalMinutes a unit this near its patient is not diverted, 0 to 30
 * @param costMinutes what a diversion costs beside the times of both patients, in minutes of the
 *     incident that loses the unit, 0 to 60
 */
public record DivertRules(
    List<DivertPath> paths, int lostUnitMax, double nearArrivalMinutes, double costMinutes) {
  private static final int LOST_UNIT_MOST = 5;
  private static final double NEAR_ARRIVAL_MAX = 30;
  private static final double COST_MAX = 60;

  public DivertRules {
    paths = List.copyOf(paths);
    for (int i = 1; i < paths.size(); i++) {
      DivertPath path = paths.get(i);
      if (paths.subList(0, i).stream().anyMatch(other -> isSame(other, path))) {
        throw new IllegalArgumentException(
            "The diversion from level %d to level %d must be there once."
                .formatted(path.fromLevel(), path.toLevel()));
      }
    }
    Ranges.within("number of units that a patient may lose", lostUnitMax, 0, LOST_UNIT_MOST);
    Ranges.within("minutes before arrival", nearArrivalMinutes, 0, NEAR_ARRIVAL_MAX);
    Ranges.within("cost of a diversion in minutes", costMinutes, 0, COST_MAX);
  }

  /** Whether a diversion is allowed, and if not why not; the most lasting reason. */
  public enum Answer {
    ALLOWED("The unit may be diverted."),
    LEVELS_NOT_ALLOWED("Units are not diverted from that level to this one."),
    LOST_UNIT_BEFORE("This patient has lost as many units as one may."),
    NEAR_ARRIVAL("The unit is about to arrive."),
    GAIN_TOO_SMALL("It would not be enough sooner for the more urgent patient.");

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
   * Asks about one diversion.
   *
   * @param gainMinutes how much sooner the more urgent patient is reached than without it
   * @param toArrivalMinutes how far the unit is from the patient that it is on its way to
   * @param lostUnits how many units that patient has lost before
   */
  public Answer answer(
      int fromLevel, int toLevel, double gainMinutes, double toArrivalMinutes, int lostUnits) {
    for (DivertPath path : paths) {
      if (path.fromLevel() == fromLevel && path.toLevel() == toLevel) {
        if (lostUnits >= lostUnitMax) {
          return Answer.LOST_UNIT_BEFORE;
        }
        // Turned round, so that what is not a number never lets a unit be taken away.
        if (!(toArrivalMinutes > nearArrivalMinutes)) {
          return Answer.NEAR_ARRIVAL;
        }
        return gainMinutes >= path.gainMinutesMin() ? Answer.ALLOWED : Answer.GAIN_TOO_SMALL;
      }
    }
    return Answer.LEVELS_NOT_ALLOWED;
  }

  private static boolean isSame(DivertPath a, DivertPath b) {
    return a.fromLevel() == b.fromLevel() && a.toLevel() == b.toLevel();
  }
}
