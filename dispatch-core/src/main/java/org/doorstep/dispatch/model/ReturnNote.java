package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * What helps a patient to come home, as whoever knows the home has written it. It says nothing of
 * how ill the patient is: no decision reads it.
 *
 * @param record where the words lie; earlier ones are kept beside them
 */
public record ReturnNote(RecordId record, Actor by, Instant at) {}
