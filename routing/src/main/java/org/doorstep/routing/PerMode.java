package org.doorstep.routing;

import java.util.function.Function;

/** One thing for each driving mode. Immutable. */
final class PerMode<T> {
  private final T normal;
  private final T blueLight;

  PerMode(Function<DrivingMode, T> maker) {
    normal = maker.apply(DrivingMode.NORMAL);
    blueLight = maker.apply(DrivingMode.BLUE_LIGHT);
  }

  T of(DrivingMode mode) {
    return mode == DrivingMode.BLUE_LIGHT ? blueLight : normal;
  }
}
