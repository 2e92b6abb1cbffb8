package org.doorstep.handover.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The National Early Warning Score 2 as it was computed; this only carries it.
 *
 * @param total 0 to 20; empty where a part is missing, so that no sum of fewer parts looks like one
 * @param hypercapnic whether saturation was scored on scale 2
 * @param parts each parameter once
 */
public record EarlyWarning(Optional<Integer> total, boolean hypercapnic, List<Part> parts) {
  private static final int TOTAL_MAX = 20;
  private static final int PART_MAX = 3;

  /** What is scored. */
  public enum Parameter {
    RESPIRATION_RATE,
    SATURATION,
    AIR_OR_OXYGEN,
    SYSTOLIC_PRESSURE,
    PULSE,
    CONSCIOUSNESS,
    TEMPERATURE
  }

  /**
   * The score of one parameter.
   *
   * @param score 0 to 3; empty where it was not measured
   */
  public record Part(Parameter parameter, Optional<Integer> score) {
    public Part {
      Checks.within("score", score, 0, PART_MAX);
    }
  }

  public EarlyWarning {
    Checks.within("total", total, 0, TOTAL_MAX);
    parts = List.copyOf(parts);
    Set<Parameter> seen = EnumSet.noneOf(Parameter.class);
    parts.forEach(part -> seen.add(part.parameter()));
    if (seen.size() != parts.size() || parts.size() != Parameter.values().length) {
      throw new IllegalArgumentException("Each parameter of NEWS2 must be there once.");
    }
    boolean complete = parts.stream().allMatch(part -> part.score().isPresent());
    if (total.isPresent() != complete) {
      throw new IllegalArgumentException(
          "There must be a total if and only if every part has been measured.");
    }
    if (total.isPresent() && total.get() != sum(parts)) {
      throw new IllegalArgumentException("The total of NEWS2 must be the sum of its parts.");
    }
  }

  /** The parameters that were not measured. */
  public List<Parameter> missing() {
    List<Parameter> missing = new ArrayList<>();
    for (Part part : parts) {
      if (part.score().isEmpty()) {
        missing.add(part.parameter());
      }
    }
    return missing;
  }

  private static int sum(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.score().orElse(0)).sum();
  }
}
