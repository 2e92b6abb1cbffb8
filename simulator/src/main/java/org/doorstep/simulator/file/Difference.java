package org.doorstep.simulator.file;

import java.util.Optional;

/**
 * What a file says otherwise than the one it is based on.
 *
 * @param path the keys that lead there, with dots between them
 * @param before what the base says; empty where it says nothing
 * @param after what holds now; empty where nothing does
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {
  /** For people, in one line. */
  @Override
  public String toString() {
    return "%s: %s -> %s".formatted(path, before.orElse("(nothing)"), after.orElse("(nothing)"));
  }
}
