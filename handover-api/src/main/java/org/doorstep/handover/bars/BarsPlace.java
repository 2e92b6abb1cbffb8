package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Position;

/**
 * Where the incident is, as far as the message says. Never logged.
 *
 * @param label address and other names of the place in words
 * @param flags what is open about it
 */
public record BarsPlace(Optional<Position> position, Optional<String> label, List<Flag> flags) {
  public BarsPlace {
    flags = List.copyOf(flags);
  }

  @Override
  public String toString() {
    return "BarsPlace[masked]";
  }
}
