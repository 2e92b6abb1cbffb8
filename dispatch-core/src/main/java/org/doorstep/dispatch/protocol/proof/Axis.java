package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.InputDomain;
import org.doorstep.dispatch.protocol.TableColumn;

/**
 * One input, its answers put into classes that no row tells apart.
 *
 * @param classes missing first, then from the mildest on; neighbouring numbers alike are one
 */
record Axis(InputDomain domain, List<AnswerClass> classes) {
  Axis {
    classes = List.copyOf(classes);
  }

  /**
   * Answers that every row takes alike.
   *
   * @param answers one at least
   * @param meets the rows whose cell for the input they meet; not to be changed
   */
  record AnswerClass(List<Optional<String>> answers, BitSet meets) {
    AnswerClass {
      answers = List.copyOf(answers);
    }

    /** One of them, for example. */
    Optional<String> answer() {
      return answers.get(0);
    }

    int size() {
      return answers.size();
    }
  }

  static Axis of(InputDomain domain, List<List<Condition>> rows) {
    List<AnswerClass> classes = new ArrayList<>();
    for (Optional<String> answer : domain.answers()) {
      BitSet meets = meets(domain.name(), answer, rows);
      int last = classes.size() - 1;
      // Missing is the first answer, and stays a class of its own, as do answers that have a name.
      if (domain.kind() == TableColumn.Kind.NUMBER
          && last > 0
          && classes.get(last).meets().equals(meets)) {
        List<Optional<String>> alike = new ArrayList<>(classes.get(last).answers());
        alike.add(answer);
        classes.set(last, new AnswerClass(alike, meets));
      } else {
        classes.add(new AnswerClass(List.of(answer), meets));
      }
    }
    return new Axis(domain, classes);
  }

  private static BitSet meets(String input, Optional<String> answer, List<List<Condition>> rows) {
    BitSet meets = new BitSet(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      meets.set(
          row,
          rows.get(row).stream()
              .filter(each -> each.input().equals(input))
              .allMatch(each -> each.holds(answer)));
    }
    return meets;
  }
}
