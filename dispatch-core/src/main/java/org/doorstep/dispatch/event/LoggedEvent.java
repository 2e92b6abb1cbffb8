package org.doorstep.dispatch.event;

import java.time.Instant;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;

/**
 * An event in its place in the area's log.
 *
 * @param sequence counts the events of the area without gaps, from 1
 * @param at when the command that caused it was accepted; never before the event ahead of it
 * @param command the command that caused it
 */
public record LoggedEvent(
    AreaId area, long sequence, Instant at, Actor actor, CommandId command, DispatchEvent event) {}
