package org.doorstep.dispatch.command;

import java.time.Instant;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;

/**
 * Who asked, when, and as which command.
 *
 * @param id made by whoever asks; a repeat carries the same
 * @param at the server's clock when the command arrived, never the client's
 */
public record CommandHead(CommandId id, AreaId area, Actor actor, Instant at) {}
