package org.doorstep.dispatch.model;

import java.util.UUID;

/** Where the words of a call lie: the key of an entry in the incident record, never in the log. */
public record RecordId(UUID value) {}
