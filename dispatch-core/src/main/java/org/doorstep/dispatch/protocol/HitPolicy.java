package org.doorstep.dispatch.protocol;

/** Which of the matching rows of a table count. */
public enum HitPolicy {
  /** At most one row can match. */
  UNIQUE,
  /** The first that matches. */
  FIRST,
  /** The one whose outputs come first in the lists of output values. */
  PRIORITY,
  /** All that match, in the order of the table. */
  COLLECT
}
