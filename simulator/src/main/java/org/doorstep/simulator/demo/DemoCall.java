package org.doorstep.simulator.demo;

import java.time.Duration;
import java.util.Map;
import org.doorstep.dispatch.model.Category;
import org.jspecify.annotations.Nullable;

/**
 * A call that will be made.
 *
 * @param after since the start of the demo, on the clock on the wall
 * @param byTelephone whether the hub treats the caller without sending anybody
 * @param body of the command {@code OpenIncident}
 */
record DemoCall(
    Duration after, Category category, boolean byTelephone, Map<String, @Nullable Object> body) {
  @Override
  public String toString() {
    return "DemoCall[%s %s]".formatted(after, category);
  }
}
