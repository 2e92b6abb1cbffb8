package org.doorstep.handover.bars;

import java.util.Optional;

/** Takes what other systems answer to messages of ours. */
public interface AnswerDesk {
  /** Nothing of ours is outstanding. */
  AnswerDesk NONE =
      (message, caller) ->
          Optional.of(
              BarsFault.at(
                  BarsFault.Kind.UNKNOWN_CASE,
                  "Bundle.entry[0].resource.response.identifier",
                  "This answers a message, but none of ours is outstanding.\nMaybe it is meant for another service."));

  /**
   * Takes an answer; again the same answer does nothing twice. Blocks.
   *
   * @param message a bundle in JSON
   * @param caller the system that answers; it must speak for the service that was asked
   * @return why it cannot be taken; empty when it has been
   */
  Optional<BarsFault> take(String message, BarsCaller caller);
}
