package org.doorstep.server.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.simulator.file.JsonText;

/** What an optimisation says for machines, key by key. One thread. */
final class OptimiseReport {
  private final Map<String, Object> values = new LinkedHashMap<>();

  void put(String key, Object value) {
    values.put(key, value);
  }

  String json() {
    return JsonText.of(values);
  }
}
