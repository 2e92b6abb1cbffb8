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
    requireOnce("base", bases.stream().map(Base::name).toList());
    requireOnce("call sign", lines.stream().map(RosterLine::callSign).toList());
    for (RosterLine line : lines) {
      requireKnown(line, "base", line.base(), bases.stream().map(Base::name).toList());
      requireKnown(
          line,
          "kind",
          line.kind().toString(),
          kinds.stream().map(each -> each.kind().toString()).toList());
    }
  }

  private static void requireOnce(String what, List<String> names) {
    for (String name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new IllegalArgumentException(
            "The %s (%s) must be there once only.".formatted(what, name));
      }
    }
  }

  private static void requireKnown(RosterLine line, String what, String name, List<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "The %s (%s) of the roster line (%s) must be among the %ss, which are %s."
              .formatted(what, name, line.callSign(), what, String.join(", ", known)));
    }
  }

  /** The kind as the scenario has it; each that a roster line names is there. */
  public Kind kind(UnitKind kind) {
    return kinds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  /** The base of that name; each that a roster line names is there. */
  public Base base(String name) {
    return bases.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
