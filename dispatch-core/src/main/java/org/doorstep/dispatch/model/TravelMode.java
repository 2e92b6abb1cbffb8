package org.doorstep.dispatch.model;

/** How a crew drives to a destination. */
public enum TravelMode {
  NORMAL,
  BLUE_LIGHT
}
