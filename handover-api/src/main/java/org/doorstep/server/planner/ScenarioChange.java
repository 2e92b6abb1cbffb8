package org.doorstep.server.planner;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One value that a form sets in the text of a scenario.
 *
 * @param path the keys that lead there, 1 to 12
 * @param value JSON: text, a number, a list or an object of such; empty takes the key away, so that
 *     what the base says holds
 */
public record ScenarioChange(List<String> path, Optional<String> value) {
  private static final int PATH_MAX = 12;
  private static final int CHANGES_MAX = 200;

  public ScenarioChange {
    path = List.copyOf(path);
    if (path.isEmpty() || path.size() > PATH_MAX) {
      throw new IllegalArgumentException("A path has 1 to %d keys.".formatted(PATH_MAX));
    }
  }

  /**
   * A text with changes, one after the other.
   *
   * @throws PlannerFault if the text is no table, or a value is none
   */
  public static String applied(String text, List<ScenarioChange> changes) {
    if (changes.size() > CHANGES_MAX || text.length() > ScenarioShelf.TEXT_LENGTH_MAX) {
      throw new PlannerFault(Kind.EDIT_INVALID, "The text or the changes are too long.");
    }
    String changed = text;
    for (ScenarioChange each : changes) {
      changed =
          each.value.isPresent()
              ? ScenarioText.with(changed, each.path, parsed(each.value.get()))
              : ScenarioText.without(changed, each.path);
    }
    return changed;
  }

  private static Object parsed(String json) {
    try {
      @Nullable Object value =
          JsonTree.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      if (value != null) {
        return value;
      }
    } catch (WireFault e) {
      // Said below.
    }
    throw new PlannerFault(Kind.EDIT_INVALID, "A value must be JSON.");
  }
}
