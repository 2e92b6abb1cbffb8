package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.optimise.PostStudy;
import org.doorstep.simulator.optimise.post.PostRules;
import org.doorstep.simulator.optimise.post.PostSearch;
import org.doorstep.simulator.optimise.search.Race;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.optimise.site.CandidateFile;
import org.doorstep.simulator.optimise.site.Site;
import org.doorstep.simulator.optimise.site.Sites;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Roads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where crews should wait. */
@Command(
    name = "posts",
    mixinStandardHelpOptions = true,
    description = {
      "Where crews should wait between jobs: at bases, in settlements by a road, at your candidates.",
      "Programs of cover and a model of drives propose, races on training seeds decide, and seeds",
      "that were never trained on judge. Exit status 1: nothing better was shown."
    })
final class OptimisePostsCommand implements Callable<Integer> {
  /** Engineering default: bounds the solver, which needs some hundreds for a county. */
  private static final int SOLVER_STEPS = 2_000;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OptimiseOptions options = new OptimiseOptions();
  @Mixin private JudgeOptions judge = new JudgeOptions();
  @Mixin private ObjectiveOptions objective = new ObjectiveOptions();

  @Option(
      names = "--posts",
      defaultValue = "8",
      paramLabel = "P",
      description =
          "Sites beside the bases that may be used; 0: crews wait at bases. Default: ${DEFAULT-VALUE}.")
  private int posts = 8;

  @Option(
      names = "--room",
      defaultValue = "12",
      paramLabel = "R",
      description = "Crews of the roster that may wait at one site. Default: ${DEFAULT-VALUE}.")
  private int room = 12;

  @Option(
      names = "--worse-minutes",
      defaultValue = "1",
      paramLabel = "M",
      description =
          "The expected blue-light drive to no zone may become longer by more. Default: ${DEFAULT-VALUE}.")
  private double worseMinutes = 1;

  @Option(
      names = "--place-worse-seconds",
      defaultValue = "120",
      paramLabel = "S",
      description =
          "Judged: the mean C1 of no place may rise by more, beyond chance. Default: ${DEFAULT-VALUE}.")
  private double placeWorseSeconds = 120;

  @Option(
      names = "--candidates",
      paramLabel = "FILE",
      description = "Sites of yours: a CSV with the first line name,lat,lon.")
  private @Nullable Path candidates;

  @Option(
      names = "--only-candidates",
      description = "Settlements are no sites: only bases, posts that are there, and yours.")
  private boolean onlyCandidates;

  @Option(
      names = "--cover-minutes",
      defaultValue = "8",
      paramLabel = "M",
      description = "The drive within which a unit covers. Default: ${DEFAULT-VALUE}.")
  private double coverMinutes = 8;

  @Option(
      names = "--runs",
      defaultValue = "240",
      paramLabel = "N",
      description = "Training runs after which no race begins. Default: ${DEFAULT-VALUE}.")
  private int trainingRuns = 240;

  @Override
  public Integer call() throws IOException {
    judge.check();
    OptimiseRun run = new OptimiseRun(Given.required(spec, "--help"), options);
    PostStudy.Order order =
        new PostStudy.Order(
            objective.objective(),
            new PostRules(posts, room, worseMinutes),
            coverMinutes,
            SOLVER_STEPS,
            new PostSearch.Terms(8, trainingRuns),
            new Race.Terms(4, 16, 0.8));
    Optional<Source> proposed = Optional.ofNullable(candidates).map(Source::of);
    return run.inWorlds(worlds -> search(run, worlds, order, proposed));
  }

  private int search(
      OptimiseRun run, WorldRunner worlds, PostStudy.Order order, Optional<Source> proposed)
      throws IOException {
    Scenario scenario = run.training();
    Sites sites = sites(scenario, worlds, proposed);
    Roads roads = run.prepare(worlds, sites.withAllPosts(scenario));
    options.tell("%d sites".formatted(sites.count()));
    PostStudy.Found found;
    int trained;
    int made;
    try (Runs runs = run.runs(roads)) {
      found = new PostStudy(order, runs, options::tell).run(scenario, sites, roads);
      trained = runs.seedsUsed();
      made = runs.made();
    }
    OptimiseReport report = run.report("posts", made, trained);
    report.put("objective", order.objective().terms().stream().map(Object::toString).toList());
    PostWords.put(report, found);
    if (!options.json()) {
      PostWords.lines(found).forEach(System.out::println);
    }
    if (!found.isChanged()) {
      options.tell("Nothing was better than where crews wait now.");
      return run.nothing(report);
    }
    return run.judged(
        worlds,
        judge,
        run.text("posts optimised", found.fleet()),
        Judgement.Claim.better(order.objective(), placeWorseSeconds),
        report,
        trained);
  }

  private Sites sites(Scenario scenario, WorldRunner worlds, Optional<Source> file) {
    List<String> taken = scenario.fleet().waitingPlaces().stream().map(Base::name).toList();
    Optional<Path> map = options.map();
    List<Site> proposed =
        file.map(source -> CandidateFile.read(source, taken, point -> worlds.isByRoad(point, map)))
            .orElse(List.of());
    List<Base> settlements = onlyCandidates ? List.of() : Places.settlementSites();
    return Sites.of(scenario, settlements, proposed, point -> worlds.isByRoad(point, map));
  }
}
