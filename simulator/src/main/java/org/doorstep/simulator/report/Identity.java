package org.doorstep.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures that must add up, as they do in the published table.
 *
 * @param whole the code of the sum
 * @param parts the codes of what is summed
 */
public record Identity(String whole, List<String> parts) {
  /** All that must hold. */
  public static final List<Identity> ALL =
      List.of(
          new Identity("A7", List.of("A17", "A56")),
          new Identity("A56", List.of("A53", "A54", "A55")),
          new Identity("A17", List.of("A18", "A19", "A21", "A22")),
          new Identity("A8", List.of("A115", "A74", "A78")),
          new Identity("A10", List.of("A119", "A75", "A79")));

  public Identity {
    parts = List.copyOf(parts);
  }

  /** Whether it holds in a month; of a month without values it does. */
  public boolean holds(Map<String, Long> values) {
    long sum = parts.stream().mapToLong(part -> values.getOrDefault(part, 0L)).sum();
    return sum == values.getOrDefault(whole, 0L);
  }

  @Override
  public String toString() {
    return whole + " = " + String.join(" + ", parts);
  }

  /** What does not hold, in words; empty if all does. */
  public static List<String> broken(MonthTable table) {
    List<String> broken = new ArrayList<>();
    for (var month : table.months()) {
      Map<String, Long> values = table.values(month);
      ALL.stream()
          .filter(each -> !each.holds(values))
          .forEach(each -> broken.add("%s: %s".formatted(month.part().month(), each)));
    }
    return broken;
  }
}
