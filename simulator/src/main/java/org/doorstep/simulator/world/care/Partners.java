package org.doorstep.simulator.world.care;

/** Everybody whom crews meet on behalf of their patients. */
public record Partners(
    Pictures pictures,
    Destinations destinations,
    Hospitals hospitals,
    Community community,
    Practices practices) {}
