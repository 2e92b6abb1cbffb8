package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The warning of a destination before a patient arrives.
 *
 * @param record where the words (ATMIST) lie
 * @param asked the sequence at which it was sent
 * @param bay where the patient is to be brought; empty until it is acknowledged
 * @param acknowledgedBy who at the destination has taken note
 */
public record PreAlert(
    ServiceId destination,
    RecordId record,
    long asked,
    Instant sentAt,
    Optional<Bay> bay,
    Optional<Actor> acknowledgedBy) {}
