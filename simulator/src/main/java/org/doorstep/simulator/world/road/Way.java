package org.doorstep.simulator.world.road;

/** The way of a vehicle without blue lights, with where it is on it. */
public interface Way {
  /** The time of the whole way in milliseconds. */
  int driveMillis();

  /** Where the vehicle is after so many milliseconds of driving as planned. */
  Spot after(int millis);
}
