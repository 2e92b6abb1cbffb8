package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The latest assessment of a patient.
 *
 * @param record where observations and findings lie
 * @param concerns what was found that must not end without a named clinician; empty where none was
 */
public record Assessed(
    RecordId record, Instant at, CareProposal proposal, Optional<List<Flag>> concerns) {}
