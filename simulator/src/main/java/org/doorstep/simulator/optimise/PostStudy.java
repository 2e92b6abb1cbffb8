package org.doorstep.simulator.optimise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.post.CoverStart;
import org.doorstep.simulator.optimise.post.DriveModel;
import org.doorstep.simulator.optimise.post.ModelSearch;
import org.doorstep.simulator.optimise.post.PostPlan;
import org.doorstep.simulator.optimise.post.PostRules;
import org.doorstep.simulator.optimise.post.PostSearch;
import org.doorstep.simulator.optimise.post.Posting;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Race;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.optimise.site.CoverProgram.Placed;
import org.doorstep.simulator.optimise.site.Ground;
import org.doorstep.simulator.optimise.site.Site;
import org.doorstep.simulator.optimise.site.Sites;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;

/**
 * Where the crews of a scenario should wait: programs of cover and a model of drives propose whole
 * plans, and a local search on the simulator decides. Shifts begin and end where they do. Confined
 * to one thread, but for the runs.
 */
public final class PostStudy {
  private final Order order;
  private final Runs runs;
  private final Consumer<String> told;

  /**
   * What is wanted.
   *
   * @param coverMinutes within which a unit covers a zone, for the programs of cover
   * @param stepsMax bound on the effort of their solver
   */
  public record Order(
      Objective objective,
      PostRules rules,
      double coverMinutes,
      int stepsMax,
      PostSearch.Terms search,
      Race.Terms race) {
    public Order {
      if (!(coverMinutes > 0 && coverMinutes <= 120)) {
        throw new IllegalArgumentException(
            "The minutes of cover (%s) must be more than 0, at most 120.".formatted(coverMinutes));
      }
    }
  }

  /**
   * What the model of drives says of a plan.
   *
   * @param covered share of calls that a crew can be sent to at once and reach in time
   * @param driveMinutes mean blue-light drive
   */
  public record Promise(String plan, double covered, double driveMinutes) {}

  /**
   * What was found.
   *
   * @param fleet with the posts
   * @param posts beside the bases
   * @param crewsAt how many crews of the roster wait where
   * @param moved crews that wait elsewhere than before
   * @param promises of the plan as it is, of whole plans, and of what was found
   * @param programs how far the programs were solved, in words
   */
  public record Found(
      Fleet fleet,
      List<Site> posts,
      Map<String, Integer> crewsAt,
      int moved,
      List<Promise> promises,
      List<String> programs,
      List<PostSearch.Step> steps) {
    public Found {
      posts = List.copyOf(posts);
      promises = List.copyOf(promises);
      programs = List.copyOf(programs);
      steps = List.copyOf(steps);
    }

    /** Whether anything is better than what is there. */
    public boolean isChanged() {
      return moved > 0;
    }
  }

  /** A study by training runs. */
  public PostStudy(Order order, Runs runs, Consumer<String> told) {
    this.order = order;
    this.runs = runs;
    this.told = told;
  }

  /**
   * Searches.
   *
   * @param roads that know the drives from all sites
   */
  public Found run(Scenario scenario, Sites sites, Roads roads) {
    WeekLoad load = WeekLoad.of(scenario, jobHoursPerCall(scenario, runs));
    Ground ground = new Ground(sites, roads);
    Posting posting = new Posting(scenario, sites);
    DriveModel drives = new DriveModel(posting, ground, load);
    ModelSearch model = new ModelSearch(posting, drives, order.rules());
    CoverStart cover =
        new CoverStart(
            posting, ground, load, order.rules(), order.coverMinutes(), order.stepsMax());
    Placed mclp = cover.mclp();
    Placed mexclp = cover.mexclp();
    Map<String, PostPlan> starts = starts(posting, model, cover.plan(mexclp));
    PostSearch search =
        new PostSearch(
            posting,
            model,
            new Race(runs, order.objective(), order.race()),
            runs,
            order.search(),
            told);
    PostSearch.Found found = search.search(starts);
    Map<String, PostPlan> plans = new LinkedHashMap<>();
    plans.put("as it is", posting.asItIs());
    plans.putAll(starts);
    plans.put("found", found.plan());
    return new Found(
        posting.under(found.plan()).fleet(),
        posting.posts(found.plan()),
        posting.crewsAt(found.plan()),
        found.plan().movesFrom(posting.asItIs()),
        plans.entrySet().stream()
            .map(each -> promise(each.getKey(), each.getValue(), drives))
            .toList(),
        List.of(words("MCLP", mclp, sites), words("MEXCLP", mexclp, sites)),
        found.steps());
  }

  private static Map<String, PostPlan> starts(Posting posting, ModelSearch model, PostPlan mexclp) {
    Map<String, PostPlan> starts = new LinkedHashMap<>();
    starts.put("model of drives", model.improve(posting.asItIs()).plan());
    starts.put("MEXCLP", mexclp);
    starts.put("MEXCLP, then model of drives", model.improve(mexclp).plan());
    // A whole plan that leaves a zone too far behind is no start, however much it covers.
    starts.values().removeIf(plan -> !model.isFair(plan));
    return starts;
  }

  private Promise promise(String name, PostPlan plan, DriveModel drives) {
    return new Promise(
        name,
        drives.covered(plan, order.coverMinutes()),
        drives.meanMinutes(drives.zoneMinutes(plan)));
  }

  /** The sites that a program chooses beside the bases. */
  private static String words(String program, Placed placed, Sites sites) {
    List<String> chosen = new ArrayList<>();
    for (int site = 0; site < sites.count(); site++) {
      if (placed.unitsAt().get(site) > 0 && sites.site(site).origin() != Site.Origin.BASE) {
        chosen.add(sites.site(site).name());
      }
    }
    return "%s (posts: %s) covers %.2f per cent%s"
        .formatted(
            program,
            chosen.isEmpty() ? "none" : String.join(", ", chosen),
            100 * placed.covered(),
            placed.proven() ? ", nothing covers more" : ", the best that was found in the bound");
  }

  /** Hours of units that a call binds, all its units together, by one training run. */
  static double jobHoursPerCall(Scenario scenario, Runs runs) {
    Measured run = runs.measure(List.of(new Runs.Job(scenario, 1))).get(0);
    double hours = Objective.value(run, Measure.JOB_HOURS.key());
    return Optional.of(hours / Objective.value(run, Measure.INCIDENTS.key()))
        .filter(each -> each > 0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The scenario (%s) has no work to optimise for.".formatted(scenario.name())));
  }
}
