package org.doorstep.dispatch.model;

/** A unit that could not be sent, with the first thing that stood in the way. */
public record Exclusion(UnitId unit, Reason reason) {}
