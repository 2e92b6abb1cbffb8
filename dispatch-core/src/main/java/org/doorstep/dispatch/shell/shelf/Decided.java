package org.doorstep.dispatch.shell.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.protocol.CareAction;
import org.doorstep.dispatch.protocol.CareOutcome;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.FollowUp;
import org.doorstep.dispatch.protocol.PreAlertTeam;

/**
 * What came out of the tables once, in codes and rows only: two of them can be compared, and
 * neither says a word of the patient.
 *
 * @param team whom to warn; empty in decisions of before that was asked
 * @param followUp likewise
 * @param actions of wishes and plans, in the order of their table
 * @param rows those that count, by table in the order of asking
 */
public record Decided(
    CareOutcome outcome,
    Optional<PreAlertTeam> team,
    Optional<FollowUp> followUp,
    List<CareAction> actions,
    List<Rows> rows) {
  /** The rows of one table, whatever its version. */
  public record Rows(String table, List<String> matched) {
    public Rows {
      matched = List.copyOf(matched);
    }
  }

  public Decided {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  static Decided of(CareResult result) {
    List<RuleUse> rules = result.proposal(Optional.empty()).rules();
    return new Decided(
        result.outcome(),
        result.onward().map(CareResult.Onward::team),
        result.onward().map(CareResult.Onward::followUp),
        result.explanation().notes().stream().map(CareResult.Note::action).toList(),
        rules.stream().map(use -> new Rows(use.table(), use.matched())).toList());
  }

  /** The kinds of change to another outcome, the gravest first; none where they are equal. */
  List<DecidedChange> changes(Decided after) {
    List<DecidedChange> changes = new ArrayList<>();
    CareLevel was = outcome.level();
    CareLevel is = after.outcome.level();
    add(changes, is.urgency() < was.urgency(), DecidedChange.LESS_CARE);
    add(changes, is.urgency() > was.urgency(), DecidedChange.MORE_CARE);
    add(changes, is != was && is.urgency() == was.urgency(), DecidedChange.OTHER_LEVEL);
    add(changes, outcome.preAlert() && !after.outcome.preAlert(), DecidedChange.WARNING_DROPPED);
    add(changes, !outcome.preAlert() && after.outcome.preAlert(), DecidedChange.WARNING_ADDED);
    add(changes, outcome.destination() != after.outcome.destination(), DecidedChange.OTHER_PLACE);
    add(changes, outcome.hubFirst() != after.outcome.hubFirst(), DecidedChange.HUB_FIRST);
    add(changes, !Objects.equals(team, after.team), DecidedChange.OTHER_TEAM);
    add(changes, !actions.equals(after.actions), DecidedChange.OTHER_WISHES);
    add(changes, !followUp.equals(after.followUp), DecidedChange.OTHER_FOLLOW_UP);
    add(changes, changes.isEmpty() && !rows.equals(after.rows), DecidedChange.ROWS_ONLY);
    return changes;
  }

  private static void add(List<DecidedChange> changes, boolean holds, DecidedChange change) {
    if (holds) {
      changes.add(change);
    }
  }
}
