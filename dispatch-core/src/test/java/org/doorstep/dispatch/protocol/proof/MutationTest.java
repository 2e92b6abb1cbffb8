package org.doorstep.dispatch.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.HitPolicy;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.protocol.SampleFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE: no row and no cell of a shipped table can slip unseen.
 *
 * <p>For each slip every difference to the shipped table is found exactly, and the rules as they
 * were written down apart must side with the shipped table there. A slip that differs for no input
 * is none; but no row, no asking cell and no output can go without a difference.
 */
class MutationTest {
  private static final int SAMPLES = 50_000;

  @ParameterizedTest
  @EnumSource(TableKind.class)
  void writtenRules_onManyInputs_areThoseOfTheTable(TableKind kind) {
    DecisionTable table = ProtocolFiles.compiled(kind);
    SampleFacts samples = new SampleFacts(table);
    for (int number = 0; number < SAMPLES; number++) {
      List<Fact> facts = samples.number(number);
      if (facts.stream().anyMatch(fact -> fact.value().equals(SampleFacts.UNKNOWN))) {
        continue;
      }
      List<String> written = WrittenRules.answer(kind, facts);
      if (!written.equals(said(table, facts))) {
        assertThat(said(table, facts)).as(FactWords.of(facts)).isEqualTo(written);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TableKind.class)
  void anySlip_inAnyRowOrCell_contradictsTheWrittenRules(TableKind kind) {
    DecisionTable table = ProtocolFiles.compiled(kind);
    List<String> unseen = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    List<Mutants.Mutant> mutants = Mutants.of(table);
    for (Mutants.Mutant mutant : mutants) {
      List<TableChange> changes = TableChange.between(table, mutant.table());
      if (changes.isEmpty() && mutant.takesAway()) {
        idle.add(mutant.slip());
      } else if (!changes.isEmpty() && !isCaught(kind, table, mutant.table(), changes)) {
        unseen.add(mutant.slip());
      }
    }

    assertThat(unseen).as("of %d slips in %s", mutants.size(), kind.id()).isEmpty();
    assertThat(idle).as("rows, cells and outputs that say nothing").isEmpty();
    assertThat(mutants.size()).isGreaterThan(table.rows().size() * 3);
  }

  private static boolean isCaught(
      TableKind kind, DecisionTable table, DecisionTable slipped, List<TableChange> changes) {
    return changes.stream()
        .map(change -> ordered(table, change.example()))
        .anyMatch(
            facts -> {
              List<String> written = WrittenRules.answer(kind, facts);
              return written.equals(said(table, facts)) && !written.equals(said(slipped, facts));
            });
  }

  /** The facts in the order in which the table asks; the kind has its own. */
  private static List<Fact> ordered(DecisionTable table, List<Fact> facts) {
    return table.inputs().stream()
        .map(
            input ->
                facts.stream()
                    .filter(fact -> fact.name().equals(input.name()))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private static List<String> said(DecisionTable table, List<Fact> facts) {
    List<TableRow> matching = table.matching(facts);
    boolean clash = matching.size() > 1 && table.hitPolicy() == HitPolicy.UNIQUE;
    return (clash ? matching : table.counting(matching))
        .stream().map(row -> row.id() + " " + String.join(" ", row.then())).toList();
  }
}
