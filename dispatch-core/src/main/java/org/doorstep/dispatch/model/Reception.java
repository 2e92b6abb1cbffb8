package org.doorstep.dispatch.model;

import java.time.Instant;

/** A destination's clinician has taken the patient over. */
public record Reception(Actor by, Instant at) {}
