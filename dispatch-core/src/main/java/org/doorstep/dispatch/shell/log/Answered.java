package org.doorstep.dispatch.shell.log;

import org.doorstep.dispatch.command.Reply;

/**
 * A reply with the fingerprint of what was asked.
 *
 * @param fingerprint SHA-256 in hexadecimal of what the client sent, so that the same id with other
 *     content is told from a repeat
 */
public record Answered(Reply reply, String fingerprint) {}
