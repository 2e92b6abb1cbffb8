package org.doorstep.simulator.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that somebody in the demo wants to give.
 *
 * @param command its name in the contract
 * @param body its fields in the contract
 */
record Order(String command, Map<String, @Nullable Object> body) {

  static Order of(String command, Object... namesAndValues) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new Order(command, body);
  }

  @Override
  public String toString() {
    return "Order[%s]".formatted(command);
  }
}
