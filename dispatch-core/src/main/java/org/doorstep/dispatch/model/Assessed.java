package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * The latest assessment of a patient.
 *
 * @param record where observations and findings lie
 */
public record Assessed(RecordId record, Instant at, CareProposal proposal) {}
