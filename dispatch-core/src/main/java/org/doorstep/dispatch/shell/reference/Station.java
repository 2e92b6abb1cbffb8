package org.doorstep.dispatch.shell.reference;

/**
 * A place that units start from or drive to.
 *
 * @param lat degrees north
 * @param lon degrees east
 */
public record Station(String name, Kind kind, double lat, double lon) {
  /** What a station is for. */
  public enum Kind {
    /** Where crews begin and end their shifts. */
    BASE,
    /** A standby place that is no base. */
    POST,
    /** A hospital with an emergency department. */
    HOSPITAL,
    /** An urgent treatment centre or minor injuries unit. */
    UTC,
    COMMUNITY_HOSPITAL,
    HOSPICE,
    MENTAL_HEALTH
  }

  /** Whether free units stand by here. */
  public boolean isPost() {
    return kind == Kind.BASE || kind == Kind.POST;
  }
}
