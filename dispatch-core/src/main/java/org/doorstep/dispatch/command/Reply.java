package org.doorstep.dispatch.command;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;

/**
 * The one answer to a command; stored with it, and given again to every repeat.
 *
 * @param sequence the last event of the area when the command had been decided
 * @param at when it was decided
 * @param incident the incident that the command opened, if it opened one
 * @param rejection why it was refused; empty: it was accepted
 */
public record Reply(
    CommandId command,
    long sequence,
    Instant at,
    Optional<IncidentId> incident,
    Optional<Rejection> rejection) {}
