package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.doorstep.dispatch.protocol.Fact;

/**
 * A walk through all inputs at once: which ends are reached, by how many inputs, and by which for
 * example. A walk in pairs follows inputs that differ in one answer only.
 */
final class Walk {
  private final AllInputs inputs;

  /**
   * Where inputs end.
   *
   * @param before the end, or that of the inputs before their one answer changes
   * @param after that of the inputs after it has changed; the same end where nothing does
   * @param count how many inputs end here, in pairs how many pairs
   * @param example one of them, as it is before the change
   */
  record End(int before, int after, long count, List<Fact> example) {}

  /** A pair of states, how many inputs are there, and how it was first reached. */
  private record Step(int before, int after, long count, long parent, int answer) {
    Step more(long further) {
      return new Step(before, after, Math.addExact(count, further), parent, answer);
    }
  }

  Walk(AllInputs inputs) {
    this.inputs = inputs;
  }

  /** Every end of every input. */
  List<End> ends() {
    return ends((axis, answer) -> true);
  }

  /** The ends of inputs whose answers are allowed, by axis and class of answers. */
  List<End> ends(BiPredicate<Integer, Integer> allowed) {
    return walk(allowed, -1, 0);
  }

  /** The pairs of ends of inputs that are alike but for one answer: the one class, the other. */
  List<End> changes(int axis, int from, int to) {
    return walk((at, answer) -> at != axis || answer == from, axis, to);
  }

  private List<End> walk(BiPredicate<Integer, Integer> allowed, int changing, int changed) {
    List<Map<Long, Step>> path = new ArrayList<>();
    Map<Long, Step> here = new TreeMap<>();
    here.put(0L, new Step(0, 0, 1, -1, -1));
    path.add(here);
    for (int axis = 0; axis < inputs.axes().size(); axis++) {
      Map<Long, Step> after = new TreeMap<>();
      for (Map.Entry<Long, Step> each : here.entrySet()) {
        step(
            axis, each, allowed, axis == changing ? Optional.of(changed) : Optional.empty(), after);
      }
      here = after;
      path.add(after);
    }
    List<End> ends = new ArrayList<>();
    for (Step last : here.values()) {
      ends.add(new End(last.before(), last.after(), last.count(), example(path, last)));
    }
    return ends;
  }

  private void step(
      int axis,
      Map.Entry<Long, Step> from,
      BiPredicate<Integer, Integer> allowed,
      Optional<Integer> changed,
      Map<Long, Step> after) {
    List<Axis.AnswerClass> classes = inputs.axes().get(axis).classes();
    Step at = from.getValue();
    for (int answer = 0; answer < classes.size(); answer++) {
      if (!allowed.test(axis, answer)) {
        continue;
      }
      int before = inputs.next(axis, at.before(), answer);
      int other = inputs.next(axis, at.after(), changed.orElse(answer));
      long count = Math.multiplyExact(at.count(), classes.get(answer).size());
      long key = ((long) before << Integer.SIZE) | other;
      after.merge(
          key,
          new Step(before, other, count, from.getKey(), answer),
          (known, more) -> known.more(more.count()));
    }
  }

  private List<Fact> example(List<Map<Long, Step>> path, Step last) {
    List<Fact> facts = new ArrayList<>();
    Step at = last;
    for (int axis = inputs.axes().size() - 1; axis >= 0; axis--) {
      Axis asked = inputs.axes().get(axis);
      facts.add(0, new Fact(asked.domain().name(), asked.classes().get(at.answer()).answer()));
      Step parent = path.get(axis).get(at.parent());
      if (parent == null) {
        throw new IllegalStateException("A step without a parent was walked.");
      }
      at = parent;
    }
    return List.copyOf(facts);
  }
}
