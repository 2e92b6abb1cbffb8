package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.InputDomain;

/**
 * Every input that there is, folded: a decision diagram of which rows can still match.
 *
 * <p>The inputs are answered one after the other. After each, all that can matter is the set of
 * rows that still may match; inputs with equal sets have the same future and are one state. A row
 * below one that is sure to match is forgotten where the first counts. Thus a space of 10^11 inputs
 * becomes a few thousand states, and what holds for every state at the end holds for every input:
 * nothing is sampled. Multi-valued decision diagrams, after [1].
 *
 * <p>[1] Srinivasan et al.: Algorithms for discrete function manipulation. ICCAD 1990.
 */
final class AllInputs {
  /** More states than any table that a person can read has. */
  private static final int STATES_MAX = 2_000_000;

  private final List<Axis> axes;
  private final List<RowGroup> groups;
  private final List<BitSet> asking;
  private final List<List<BitSet>> layers = new ArrayList<>();

  /** For each layer and state the state of the next layer that each class of answers leads to. */
  private final List<List<List<Integer>>> next = new ArrayList<>();

  /**
   * Folds all inputs.
   *
   * @throws IllegalArgumentException if the rows tell more apart than can be held
   */
  AllInputs(List<InputDomain> inputs, List<RowGroup> groups) {
    List<List<Condition>> rows = new ArrayList<>();
    groups.forEach(group -> rows.addAll(group.when()));
    this.groups = List.copyOf(groups);
    this.axes = inputs.stream().map(input -> Axis.of(input, rows)).toList();
    this.asking = asking(rows);
    BitSet all = new BitSet(rows.size());
    all.set(0, rows.size());
    layers.add(List.of(settled(all, 0)));
    for (int axis = 0; axis < axes.size(); axis++) {
      unfold(axis);
    }
  }

  List<Axis> axes() {
    return axes;
  }

  /**
   * How many inputs there are.
   *
   * @throws ArithmeticException if they are more than a long can count
   */
  long size() {
    long size = 1;
    for (Axis axis : axes) {
      size = Math.multiplyExact(size, axis.domain().answers().size());
    }
    return size;
  }

  /** How many states they fold into. */
  int states() {
    return layers.stream().mapToInt(List::size).sum();
  }

  int next(int axis, int state, int answer) {
    return next.get(axis).get(state).get(answer);
  }

  /** The rows of a group that match in a state of the last layer, by their place in the group. */
  List<Integer> matching(int end, int group) {
    BitSet state = layers.get(axes.size()).get(end);
    int from = groups.subList(0, group).stream().mapToInt(each -> each.when().size()).sum();
    int to = from + groups.get(group).when().size();
    List<Integer> matching = new ArrayList<>();
    for (int row = state.nextSetBit(from); row >= 0 && row < to; row = state.nextSetBit(row + 1)) {
      matching.add(row - from);
    }
    return matching;
  }

  private void unfold(int axis) {
    Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    List<BitSet> after = new ArrayList<>();
    List<List<Integer>> leads = new ArrayList<>();
    for (BitSet state : layers.get(axis)) {
      List<Integer> lead = new ArrayList<>();
      for (Axis.AnswerClass answer : axes.get(axis).classes()) {
        BitSet left = (BitSet) state.clone();
        left.and(answer.meets());
        BitSet settled = settled(left, axis + 1);
        lead.add(
            numbers.computeIfAbsent(
                settled,
                fresh -> {
                  after.add(fresh);
                  return after.size() - 1;
                }));
      }
      leads.add(List.copyOf(lead));
    }
    layers.add(List.copyOf(after));
    next.add(List.copyOf(leads));
    if (states() > STATES_MAX) {
      throw new IllegalArgumentException(
          "The rows tell more than %d situations apart, which is more than can be checked."
              .formatted(STATES_MAX));
    }
  }

  /** Forgets rows below the first that is sure to match, where the first counts. */
  private BitSet settled(BitSet state, int answered) {
    int from = 0;
    for (RowGroup group : groups) {
      int to = from + group.when().size();
      for (int row = state.nextSetBit(from);
          group.firstCounts() && row >= 0 && row < to;
          row = state.nextSetBit(row + 1)) {
        if (!asking.get(answered).get(row)) {
          state.clear(row + 1, to);
        }
      }
      from = to;
    }
    return state;
  }

  /** For each number of answered inputs the rows that ask something of those that are left. */
  private List<BitSet> asking(List<List<Condition>> rows) {
    List<BitSet> asking = new ArrayList<>();
    for (int answered = 0; answered <= axes.size(); answered++) {
      List<String> left =
          axes.subList(answered, axes.size()).stream().map(axis -> axis.domain().name()).toList();
      BitSet asks = new BitSet(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        asks.set(row, rows.get(row).stream().anyMatch(each -> left.contains(each.input())));
      }
      asking.add(asks);
    }
    return asking;
  }
}
