package org.doorstep.routing.hierarchy;

/** Which way times are meant from the place that a search begins at. */
public enum Direction {
  /** From the place to others. */
  FROM,
  /** From others to the place. */
  TO
}
