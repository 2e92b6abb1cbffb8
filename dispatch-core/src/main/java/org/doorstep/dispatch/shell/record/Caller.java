package org.doorstep.dispatch.shell.record;

import java.util.Optional;

/** Who called, as told. */
public record Caller(Optional<String> name, Optional<String> telephone) {
  @Override
  public String toString() {
    return "Caller[masked]";
  }
}
