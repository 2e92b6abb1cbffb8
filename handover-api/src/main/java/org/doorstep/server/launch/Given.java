package org.doorstep.server.launch;

import org.jspecify.annotations.Nullable;

/** What the command line has given. */
final class Given {
  private Given() {}

  static <T> T required(@Nullable T value, String option) {
    if (value == null) {
      throw new IllegalArgumentException("The option (%s) must be given.".formatted(option));
    }
    return value;
  }
}
