package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.doorstep.simulator.optimise.post.ModelSearch.Expected;
import org.doorstep.simulator.optimise.search.Race;
import org.doorstep.simulator.optimise.search.Race.Runner;
import org.doorstep.simulator.optimise.search.Race.Winner;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.statistics.Interval;

/**
 * Local search for where crews wait, judged by the simulator: first whole plans race against the
 * plan as it is, then again and again the neighbours of the best of which {@link DriveModel}
 * expects most, until none wins or the runs are used up.
 */
public final class PostSearch {
  private final Posting posting;
  private final ModelSearch model;
  private final Race race;
  private final Runs runs;
  private final Terms terms;
  private final Consumer<String> told;
  private final List<Step> steps = new ArrayList<>();

  /**
   * How long one looks.
   *
   * @param neighbours that race at once, 1 or more
   * @param runsMax training runs after which no race begins
   */
  public record Terms(int neighbours, int runsMax) {
    public Terms {
      if (neighbours < 1 || runsMax < 1) {
        throw new IllegalArgumentException(
            "The neighbours (%d) and the runs (%d) must be 1 or more."
                .formatted(neighbours, runsMax));
      }
    }
  }

  /**
   * One race.
   *
   * @param words what ran
   * @param taken what has won and by how much the objective fell; empty: nothing has
   * @param runs that were made until then
   */
  public record Step(String words, Optional<Taken> taken, int runs) {}

  /** What has won a race, in words, and by how much on the seeds that it was chosen on. */
  public record Taken(String words, Interval difference) {}

  /** What was found: the plan as it is where nothing is better. */
  public record Found(PostPlan plan, List<Step> steps) {
    public Found {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A search.
   *
   * @param told of each race in words
   */
  public PostSearch(
      Posting posting,
      ModelSearch model,
      Race race,
      Runs runs,
      Terms terms,
      Consumer<String> told) {
    this.posting = posting;
    this.model = model;
    this.race = race;
    this.runs = runs;
    this.terms = terms;
    this.told = told;
  }

  /**
   * Searches.
   *
   * @param starts whole plans by what they are called
   */
  public Found search(Map<String, PostPlan> starts) {
    PostPlan best = posting.asItIs();
    Map<PostPlan, String> words = new LinkedHashMap<>();
    starts.forEach((name, plan) -> words.putIfAbsent(plan, name));
    best = race("whole plans", best, words).orElse(best);
    Set<PostPlan> tried = new HashSet<>(words.keySet());
    boolean going = true;
    while (going && runs.made() < terms.runsMax() && !runs.isStopped()) {
      Map<PostPlan, String> moves = new LinkedHashMap<>();
      for (Expected each : model.neighbours(best, tried, terms.neighbours())) {
        moves.put(each.plan(), move(best, each.plan()));
      }
      tried.addAll(moves.keySet());
      Optional<PostPlan> won = race("moves", best, moves);
      going = won.isPresent();
      best = won.orElse(best);
    }
    return new Found(best, steps);
  }

  private Optional<PostPlan> race(String what, PostPlan holder, Map<PostPlan, String> words) {
    List<Runner<PostPlan>> runners =
        words.keySet().stream()
            .filter(plan -> !plan.equals(holder))
            .map(plan -> new Runner<>(plan, posting.under(plan)))
            .toList();
    Optional<Winner<PostPlan>> winner = race.run(posting.under(holder), runners);
    Optional<Taken> taken =
        winner.map(won -> new Taken(words.getOrDefault(won.entry(), ""), won.difference()));
    Step step = new Step("%d %s".formatted(runners.size(), what), taken, runs.made());
    steps.add(step);
    told.accept(
        "%s, %d runs so far: %s"
            .formatted(
                step.words(),
                step.runs(),
                taken
                    .map(
                        won ->
                            "%s wins by %.1f (%.1f)"
                                .formatted(
                                    won.words(),
                                    -won.difference().mean(),
                                    won.difference().halfWidth()))
                    .orElse("none is better beyond chance")));
    return winner.map(Winner::entry);
  }

  /** A move in words: who waits where instead. */
  private String move(PostPlan from, PostPlan to) {
    Map<String, Integer> moves = new LinkedHashMap<>();
    for (int crew = 0; crew < from.siteOf().size(); crew++) {
      int before = from.siteOf().get(crew);
      int after = to.siteOf().get(crew);
      if (before != after) {
        String words =
            "%s: %s to %s"
                .formatted(
                    posting.crews().get(crew).roster().callSign(),
                    posting.sites().site(before).name(),
                    posting.sites().site(after).name());
        moves.merge(words, 1, Integer::sum);
      }
    }
    return String.join(", ", moves.keySet());
  }
}
