package org.doorstep.simulator.host;

import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;

/**
 * The door of an area, as people and systems around it use it: commands go in, replies come back
 * once they are durable, and the board shows what has been decided.
 *
 * <p>Every command that is given is answered some time. Whoever gives one must be ready for an
 * answer that comes at once, before {@code give} returns or right after, and for one that comes
 * late, when the world has moved on.
 */
public interface AreaPort {
  /** Gives a command. */
  void give(Command command, Consumer<Reply> answer);

  /** The area as it is known outside: good until the next event of the timeline. */
  DispatchView board();
}
