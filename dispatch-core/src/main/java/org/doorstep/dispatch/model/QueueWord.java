package org.doorstep.dispatch.model;

/**
 * What a hospital has said of its door: ambulances that wait, and minutes to handover just now.
 *
 * @param ambulancesWaiting 0 to {@link #AMBULANCES_MAX}
 * @param handoverMinutes from arrival to handover, 0 to {@link #MINUTES_MAX}
 */
public record QueueWord(
    ServiceId service, int ambulancesWaiting, int handoverMinutes, ServiceWord.Said said) {
  /** More than any door has seen. */
  public static final int AMBULANCES_MAX = 60;

  /** Half a day. */
  public static final int MINUTES_MAX = 720;

  public QueueWord {
    Require.atLeast("number of ambulances waiting", ambulancesWaiting, 0);
    Require.atMost("number of ambulances waiting", ambulancesWaiting, AMBULANCES_MAX);
    Require.atLeast("minutes to handover", handoverMinutes, 0);
    Require.atMost("minutes to handover", handoverMinutes, MINUTES_MAX);
  }
}
