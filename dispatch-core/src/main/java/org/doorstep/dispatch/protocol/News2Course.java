package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.ObservationSet;

/**
 * The score over the rounds of one patient.
 *
 * @param total the worse of the last two rounds, while parts are missing the least that it can be;
 *     empty without a valid score
 * @param singleThree whether one observation of the last two rounds scores 3
 * @param completeRounds how many rounds are complete
 * @param isComplete whether the last two rounds are, or the only one
 * @param change from the complete round before the newest complete one to that one, more is worse.
 *     It decides nothing by itself: a level that rests on it would fall when the earlier round
 *     turned out worse.
 */
public record News2Course(
    Optional<Integer> total,
    Optional<Boolean> singleThree,
    int completeRounds,
    boolean isComplete,
    Optional<Integer> change) {

  /** The course of an assessment. */
  public static News2Course of(Assessment assessment) {
    List<ObservationSet> rounds = assessment.observations();
    List<News2.Scored> counting = new ArrayList<>();
    List<Integer> complete = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      if (News2.of(rounds.get(i), assessment.patient()) instanceof News2.Scored score) {
        if (score.isComplete()) {
          complete.add(score.total());
        }
        if (i >= rounds.size() - News2.ROUNDS_COUNTING) {
          counting.add(score);
        }
      }
    }
    Optional<Integer> total = counting.stream().map(News2.Scored::total).max(Integer::compareTo);
    boolean three = counting.stream().anyMatch(News2.Scored::hasSingleThree);
    int last = complete.size() - 1;
    return new News2Course(
        total,
        total.map(any -> three),
        complete.size(),
        !counting.isEmpty() && counting.stream().allMatch(News2.Scored::isComplete),
        last < 1 ? Optional.empty() : Optional.of(complete.get(last) - complete.get(last - 1)));
  }
}
