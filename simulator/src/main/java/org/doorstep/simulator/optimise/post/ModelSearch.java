package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for plans that {@link DriveModel} thinks well of: neighbours of a plan, which move one crew
 * or all crews of one site, and the plan at which no such move gains. Confined to one thread.
 */
public final class ModelSearch {
  /** Less is noise of the sums. */
  private static final double GAIN_MIN_MINUTES = 1e-6;

  private static final int STEPS_MAX = 1_000;

  private final Posting posting;
  private final DriveModel model;
  private final PostRules rules;
  private final List<Double> asItIs;

  /**
   * A plan as the model sees it.
   *
   * @param meanMinutes the drive to a call
   * @param worseMinutes by how much the drive to the zone that loses most is longer than as it is
   */
  public record Expected(PostPlan plan, double meanMinutes, double worseMinutes) {}

  /** A search. */
  public ModelSearch(Posting posting, DriveModel model, PostRules rules) {
    this.posting = posting;
    this.model = model;
    this.rules = rules;
    this.asItIs = model.zoneMinutes(posting.asItIs());
  }

  /** A plan as the model sees it. */
  public Expected expect(PostPlan plan) {
    List<Double> minutes = model.zoneMinutes(plan);
    double worse = 0;
    for (int zone = 0; zone < asItIs.size(); zone++) {
      worse = Math.max(worse, minutes.get(zone) - asItIs.get(zone));
    }
    return new Expected(plan, model.meanMinutes(minutes), worse);
  }

  /** Takes the best move of each crew, then of each site, until none gains. */
  public Expected improve(PostPlan start) {
    Expected best = expect(start);
    boolean better = true;
    for (int step = 0; better && step < STEPS_MAX; step++) {
      Expected before = best;
      for (int crew = 0; crew < start.siteOf().size(); crew++) {
        best = bestOf(crewMoves(best.plan(), crew), best);
      }
      best = bestOf(siteMoves(best.plan()), best);
      better = best.meanMinutes() < before.meanMinutes();
    }
    return best;
  }

  private Expected bestOf(List<PostPlan> moves, Expected start) {
    Expected best = start;
    for (PostPlan move : moves) {
      if (rules.allow(posting, move, start.plan())) {
        Expected tried = expect(move);
        boolean gains = tried.meanMinutes() < best.meanMinutes() - GAIN_MIN_MINUTES;
        best = gains && isFair(tried, start) ? tried : best;
      }
    }
    return best;
  }

  /** Whether the drive to no zone becomes longer by more than the rules allow. */
  public boolean isFair(PostPlan plan) {
    return expect(plan).worseMinutes() <= rules.worseMinutesMax();
  }

  private boolean isFair(Expected tried, Expected start) {
    return tried.worseMinutes() <= Math.max(rules.worseMinutesMax(), start.worseMinutes());
  }

  /**
   * The neighbours of a plan, those first of which the model expects most.
   *
   * @param without that were tried before
   * @param most how many at most
   */
  public List<Expected> neighbours(PostPlan plan, Set<PostPlan> without, int most) {
    LinkedHashSet<PostPlan> moves = new LinkedHashSet<>();
    for (int crew = 0; crew < plan.siteOf().size(); crew++) {
      moves.addAll(crewMoves(plan, crew));
    }
    moves.addAll(siteMoves(plan));
    moves.removeAll(without);
    Expected start = expect(plan);
    return moves.stream()
        .filter(move -> rules.allow(posting, move, plan))
        .map(this::expect)
        .filter(tried -> isFair(tried, start))
        .sorted(Comparator.comparingDouble(Expected::meanMinutes))
        .limit(most)
        .toList();
  }

  /** Crews of one line that wait at one site are alike: the first of them moves. */
  private List<PostPlan> crewMoves(PostPlan plan, int crew) {
    if (!model.matters(crew) || isLikeOneBefore(plan, crew)) {
      return List.of();
    }
    List<PostPlan> moves = new ArrayList<>();
    for (int site = 0; site < posting.sites().count(); site++) {
      if (site != plan.siteOf().get(crew)) {
        moves.add(plan.with(crew, site));
      }
    }
    return moves;
  }

  private boolean isLikeOneBefore(PostPlan plan, int crew) {
    int line = posting.crews().get(crew).line();
    for (int other = crew - 1; other >= 0; other--) {
      if (posting.crews().get(other).line() == line
          && plan.siteOf().get(other).equals(plan.siteOf().get(crew))) {
        return true;
      }
    }
    return false;
  }

  private List<PostPlan> siteMoves(PostPlan plan) {
    List<PostPlan> moves = new ArrayList<>();
    TreeSet<Integer> used = new TreeSet<>(plan.siteOf());
    for (int from : used) {
      for (int to = 0; to < posting.sites().count(); to++) {
        if (!used.contains(to)) {
          moves.add(plan.withAllMoved(from, to));
        }
      }
    }
    return moves;
  }
}
