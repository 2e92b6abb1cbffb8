package org.doorstep.dispatch.shell;

import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.wire.CommandJson;

/**
 * A command on its way to the owner of its area.
 *
 * @param fingerprint SHA-256 in hexadecimal of what the client asked, without what the server adds
 */
public record Submission(Command command, String fingerprint) {

  /** A command that a part of Doorstep itself gives: the command is its own content. */
  public static Submission internal(Command command) {
    return new Submission(command, Hash.hex(CommandJson.write(command)));
  }
}
