package org.doorstep.dispatch.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.Condition.Match;
import org.doorstep.dispatch.protocol.Condition.Span;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.InputDomain;
import org.doorstep.dispatch.protocol.TableColumn;
import org.junit.jupiter.api.Test;

/** FEATURE: all inputs folded say what all inputs, asked one by one, say. */
class AllInputsTest {
  private static final int SEEDS = 300;
  private static final List<InputDomain> DOMAINS =
      List.of(
          new InputDomain("a", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
          new InputDomain("b", TableColumn.Kind.STRING, List.of("X", "Y", "Z"), false),
          new InputDomain(
              "c", TableColumn.Kind.NUMBER, List.of("0", "1", "2", "3", "4", "5"), true),
          new InputDomain("d", TableColumn.Kind.BOOLEAN, List.of("true", "false"), true));

  @Test
  void ends_ofRandomRows_areThoseOfEveryInputOneByOne() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<List<Condition>> rows = rows(new Random(seed));
      for (boolean firstCounts : List.of(false, true)) {
        AllInputs inputs = new AllInputs(DOMAINS, List.of(new RowGroup(rows, firstCounts)));
        Map<String, Long> folded = new TreeMap<>();
        for (Walk.End end : new Walk(inputs).ends()) {
          String matching = counting(inputs.matching(end.after(), 0), firstCounts);
          folded.merge(matching, end.count(), Long::sum);
          assertThat(counting(matching(rows, end.example()), firstCounts))
              .as("seed %d, example %s", seed, end.example())
              .isEqualTo(matching);
        }
        assertThat(folded)
            .as("seed %d, first counts: %s", seed, firstCounts)
            .isEqualTo(oneByOne(rows, firstCounts));
      }
    }
  }

  @Test
  void changes_ofRandomRows_areThoseOfEveryPairOneByOne() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<List<Condition>> rows = rows(new Random(seed));
      AllInputs inputs = new AllInputs(DOMAINS, List.of(new RowGroup(rows, true)));
      // From every answer of the first input to its missing: one class of answers after the other.
      Map<String, Long> folded = new TreeMap<>();
      for (int from = 1; from < inputs.axes().get(0).classes().size(); from++) {
        for (Walk.End end : new Walk(inputs).changes(0, from, 0)) {
          String pair =
              counting(inputs.matching(end.before(), 0), true)
                  + " -> "
                  + counting(inputs.matching(end.after(), 0), true);
          folded.merge(pair, end.count(), Long::sum);
        }
      }
      Map<String, Long> expected = new TreeMap<>();
      for (List<Fact> facts : everyInput()) {
        if (facts.get(0).value().isPresent()) {
          List<Fact> missing = new ArrayList<>(facts);
          missing.set(0, new Fact("a", Optional.empty()));
          String pair =
              counting(matching(rows, facts), true)
                  + " -> "
                  + counting(matching(rows, missing), true);
          expected.merge(pair, 1L, Long::sum);
        }
      }
      assertThat(folded).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static Map<String, Long> oneByOne(List<List<Condition>> rows, boolean first) {
    Map<String, Long> counts = new TreeMap<>();
    for (List<Fact> facts : everyInput()) {
      counts.merge(counting(matching(rows, facts), first), 1L, Long::sum);
    }
    return counts;
  }

  private static List<List<Fact>> everyInput() {
    List<List<Fact>> all = new ArrayList<>(List.of(List.of()));
    for (InputDomain domain : DOMAINS) {
      List<List<Fact>> longer = new ArrayList<>();
      for (List<Fact> facts : all) {
        for (Optional<String> answer : domain.answers()) {
          List<Fact> more = new ArrayList<>(facts);
          more.add(new Fact(domain.name(), answer));
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Integer> matching(List<List<Condition>> rows, List<Fact> facts) {
    List<Integer> matching = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).stream().allMatch(each -> each.holds(value(facts, each.input())))) {
        matching.add(row);
      }
    }
    return matching;
  }

  private static Optional<String> value(List<Fact> facts, String input) {
    return facts.stream()
        .filter(fact -> fact.name().equals(input))
        .findFirst()
        .flatMap(Fact::value);
  }

  private static String counting(List<Integer> matching, boolean first) {
    return first ? matching.stream().limit(1).toList().toString() : matching.toString();
  }

  private static List<List<Condition>> rows(Random random) {
    List<List<Condition>> rows = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      List<Condition> when = new ArrayList<>();
      for (InputDomain domain : DOMAINS) {
        if (random.nextInt(3) == 0) {
          when.add(condition(random, domain));
        }
      }
      rows.add(when);
    }
    return rows;
  }

  private static Condition condition(Random random, InputDomain domain) {
    String value = domain.mildestFirst().get(random.nextInt(domain.mildestFirst().size()));
    if (domain.kind() == TableColumn.Kind.NUMBER && random.nextInt(4) > 0) {
      long from = random.nextInt(6);
      Span span = new Span(Optional.of(from), Optional.of(from + random.nextInt(3)));
      return new Condition(domain.name(), Match.WITHIN, List.of(), List.of(span));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Condition(domain.name(), Match.MISSING, List.of(), List.of());
      case 1 -> new Condition(domain.name(), Match.NONE_OF, List.of(value), List.of());
      case 2 -> new Condition(domain.name(), Match.ONE_OF_OR_MISSING, List.of(value), List.of());
      default -> new Condition(domain.name(), Match.ONE_OF, List.of(value), List.of());
    };
  }
}
