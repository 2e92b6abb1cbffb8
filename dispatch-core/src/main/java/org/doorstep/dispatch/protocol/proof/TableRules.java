package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.protocol.ClinicalInput;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.protocol.proof.TableProof.Fault;

/** Holds a table that always decides against what its kind must never do. */
final class TableRules {
  private final DecisionTable table;
  private final AllInputs inputs;
  private final Walk walk;
  private final List<Fault> faults = new ArrayList<>();

  TableRules(DecisionTable table, AllInputs inputs) {
    this.table = table;
    this.inputs = inputs;
    this.walk = new Walk(inputs);
  }

  /** What is broken, the gravest first. */
  List<Fault> faults() {
    if (TableKind.of(table) == TableKind.MINIMUM_LEVEL) {
      checkRedFlag();
    }
    for (Rank rank : Ranks.of(table)) {
      for (int axis = 0; axis < inputs.axes().size(); axis++) {
        checkWorse(rank, axis);
        checkMissing(rank, axis);
      }
    }
    return List.copyOf(faults);
  }

  /** Each class of answers against the next worse one; what holds for neighbours holds for all. */
  private void checkWorse(Rank rank, int axis) {
    Axis asked = inputs.axes().get(axis);
    for (int worse = 2; asked.domain().ordered() && worse < asked.classes().size(); worse++) {
      check(
          "MONOTONE",
          rank,
          walk.changes(axis, worse - 1, worse),
          "when (%s) gets worse".formatted(asked.domain().name()));
    }
  }

  private void checkMissing(Rank rank, int axis) {
    switch (rank.missing()) {
      case THE_HUB -> checkHub(rank, axis);
      case THE_WORST -> checkWorst(rank, axis);
      case NOTHING -> {}
    }
  }

  private void checkHub(Rank rank, int axis) {
    for (Walk.End end : walk.ends((at, answer) -> at != axis || answer == 0)) {
      TableRow row = row(end.after());
      if (rank.of().applyAsInt(row) < CareLevel.HUB.urgency()) {
        faults.add(
            new Fault(
                "MISSING",
                List.of(row.id()),
                "The row (%s) gives %s although (%s) is missing."
                    .formatted(row.id(), row.then(), name(axis)),
                end.example()));
      }
    }
  }

  private void checkWorst(Rank rank, int axis) {
    Axis asked = inputs.axes().get(axis);
    for (int answer = 1; asked.domain().ordered() && answer < asked.classes().size(); answer++) {
      check(
          "MISSING",
          rank,
          walk.changes(axis, answer, 0),
          "when (%s) goes missing".formatted(name(axis)));
    }
  }

  private String name(int axis) {
    return inputs.axes().get(axis).domain().name();
  }

  private void check(String rule, Rank rank, List<Walk.End> changes, String words) {
    for (Walk.End end : changes) {
      TableRow before = row(end.before());
      TableRow after = row(end.after());
      if (rank.of().applyAsInt(after) < rank.of().applyAsInt(before)) {
        faults.add(
            new Fault(
                rule,
                List.of(before.id(), after.id()),
                "The %s falls from %s (%s) to %s (%s) %s."
                    .formatted(
                        rank.name(), before.then(), before.id(), after.then(), after.id(), words),
                end.example()));
      }
    }
  }

  private void checkRedFlag() {
    int axis = place(ClinicalInput.RED_FLAG.column());
    if (axis < 0) {
      faults.add(new Fault("RED_FLAG", List.of(), "The table must ask for (redFlag).", List.of()));
      return;
    }
    List<Axis.AnswerClass> classes = inputs.axes().get(axis).classes();
    for (Walk.End end :
        walk.ends(
            (at, answer) ->
                at != axis || classes.get(answer).answers().contains(Optional.of("true")))) {
      TableRow row = row(end.after());
      if (CareLevel.valueOf(table.output(row, "level")).urgency() < CareLevel.HUB.urgency()) {
        faults.add(
            new Fault(
                "RED_FLAG",
                List.of(row.id()),
                "The row (%s) gives %s with a red flag.".formatted(row.id(), row.then()),
                end.example()));
      }
    }
  }

  private int place(String input) {
    for (int axis = 0; axis < inputs.axes().size(); axis++) {
      if (inputs.axes().get(axis).domain().name().equals(input)) {
        return axis;
      }
    }
    return -1;
  }

  private TableRow row(int end) {
    return TableProof.deciding(table, inputs, end, 0)
        .orElseThrow(() -> new IllegalStateException("A total table has a row for every input."));
  }
}
