package org.doorstep.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Meaning;

/** Crews, vehicles, shifts. */
@Meaning("Crews, vehicles, shifts.")
public record Fleet(
    @Meaning("Where shifts begin and crews wait.") List<Base> bases,
    @Meaning("What kinds of units can do.") List<Kind> kinds,
    @Meaning("Who works when.") List<RosterLine> lines,
    @Meaning("Where crews can wait beside bases.") Optional<List<Base>> posts,
    @Meaning("What is changed of the lines above, by call sign.")
        Optional<Map<String, RosterChange>> changes,
    @Meaning("Who works beside the lines above.") Optional<List<RosterLine>> added,
    @Meaning("Breaks and ends of shifts.") ShiftRules shifts,
    @Meaning("What keeps crews and vehicles away.") Absence absence) {
  public Fleet {
    bases = List.copyOf(bases);
    kinds = List.copyOf(kinds);
    lines = List.copyOf(lines);
    posts = posts.map(List::copyOf);
    changes = changes.map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all)));
    added = added.map(List::copyOf);
    requireChangesOfLines(lines, changes.orElse(Map.of()));
    List<RosterLine> roster = roster(lines, changes, added);
    if (roster.stream().noneMatch(line -> line.crews() > 0)) {
      throw new IllegalArgumentException("The fleet must have a roster line with a crew.");
    }
    List<String> places = names(bases, posts);
    requireOnce("base or post", places);
    requireOnce("call sign", roster.stream().map(RosterLine::callSign).toList());
    for (RosterLine line : roster) {
      requireKnown(line, "base", line.base(), bases.stream().map(Base::name).toList());
      requireKnown(line, "post", line.waitsAt(), places);
      requireKnown(
          line,
          "kind",
          line.kind().toString(),
          kinds.stream().map(each -> each.kind().toString()).toList());
    }
  }

  /** Who works when: the lines, as they are changed, and those that are added. */
  public List<RosterLine> roster() {
    return roster(lines, changes, added);
  }

  /** Where crews can wait: the bases, then the posts. */
  public List<Base> waitingPlaces() {
    List<Base> all = new ArrayList<>(bases);
    posts.ifPresent(all::addAll);
    return List.copyOf(all);
  }

  private static List<RosterLine> roster(
      List<RosterLine> lines,
      Optional<Map<String, RosterChange>> changes,
      Optional<List<RosterLine>> added) {
    List<RosterLine> roster = new ArrayList<>();
    for (RosterLine line : lines) {
      RosterChange change = changes.map(all -> all.get(line.callSign())).orElse(null);
      roster.add(change == null ? line : line.with(change));
    }
    added.ifPresent(roster::addAll);
    return List.copyOf(roster);
  }

  private static List<String> names(List<Base> bases, Optional<List<Base>> posts) {
    List<String> names = new ArrayList<>(bases.stream().map(Base::name).toList());
    posts.ifPresent(all -> all.forEach(post -> names.add(post.name())));
    return names;
  }

  private static void requireChangesOfLines(
      List<RosterLine> lines, Map<String, RosterChange> changes) {
    List<String> signs = lines.stream().map(RosterLine::callSign).toList();
    for (String sign : changes.keySet()) {
      if (!signs.contains(sign)) {
        throw new IllegalArgumentException(
            "The call sign (%s) of fleet.changes must be one of a roster line, which are %s."
                .formatted(sign, String.join(", ", signs)));
      }
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

  /** The base or post of that name; each that a roster line names is there. */
  public Base base(String name) {
    return waitingPlaces().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
