package org.doorstep.handover.letter;

import java.util.Optional;
import org.doorstep.dispatch.model.Position;

/**
 * Where the patient was.
 *
 * @param words the address or place in words
 * @param position if known
 */
public record Scene(String words, Optional<Position> position) {
  public Scene {
    words = Checks.text("words", words);
  }

  @Override
  public String toString() {
    return "Scene[masked]";
  }
}
