package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Meaning;

/** Crews, vehicles, shifts. */
@Meaning("Crews, vehicles, shifts.")
public record Fleet(
    @Meaning("Where shifts begin and crews wait.") List<Base> bases,
    @Meaning("What kinds of units can do.") List<Kind> kinds,
    @Meaning("Who works when.") List<RosterLine> lines,
    @Meaning("Breaks and ends of shifts.") ShiftRules shifts,
    @Meaning("What keeps crews and vehicles away.") Absence absence) {
  public Fleet {
    bases = List.copyOf(bases);
    kinds = List.copyOf(kinds);
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("The fleet must have a roster line.");
    }
    for (int i = 0; i < lines.size(); i++) {
      String sign = lines.get(i).callSign();
      if (lines.stream().filter(each -> each.callSign().equals(sign)).count() > 1) {
        throw new IllegalArgumentException(
            "The call sign (%s) must begin those of one roster line only.".formatted(sign));
      }
    }
  }

  /** The kind as the scenario has it. */
  public Kind kind(UnitKind kind) {
    return kinds.stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The kind (%s) of a roster line must be among the kinds.".formatted(kind)));
  }

  /** The base of that name. */
  public Base base(String name) {
    return bases.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The base (%s) of a roster line must be among the bases.".formatted(name)));
  }
}
