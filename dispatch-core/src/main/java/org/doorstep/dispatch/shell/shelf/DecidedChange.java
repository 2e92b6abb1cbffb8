package org.doorstep.dispatch.shell.shelf;

/** In what one outcome of the tables differs from another, the gravest first. */
public enum DecidedChange {
  /** A lower level of care. */
  LESS_CARE,
  /** A higher level of care. */
  MORE_CARE,
  /** Another level, as urgent. */
  OTHER_LEVEL,
  /** Nobody is warned any more. */
  WARNING_DROPPED,
  /** Somebody is warned who was not. */
  WARNING_ADDED,
  /** Another kind of place. */
  OTHER_PLACE,
  /** The hub is spoken to first, or no more. */
  HUB_FIRST,
  /** Another team is warned. */
  OTHER_TEAM,
  /** Wishes and plans ask for something else. */
  OTHER_WISHES,
  /** The practice is asked for something else. */
  OTHER_FOLLOW_UP,
  /** The same for other reasons. */
  ROWS_ONLY
}
