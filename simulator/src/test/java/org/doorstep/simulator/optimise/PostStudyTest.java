package org.doorstep.simulator.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.file.RecordFile;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.optimise.post.PostRules;
import org.doorstep.simulator.optimise.post.PostSearch;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Objective.Guard;
import org.doorstep.simulator.optimise.search.Objective.Term;
import org.doorstep.simulator.optimise.search.Race;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.optimise.search.Seeds;
import org.doorstep.simulator.optimise.site.Sites;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.study.Trials;
import org.doorstep.simulator.world.Towns;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/** FEATURE: crews that wait at the wrong places are moved, and calls never seen before say so. */
class PostStudyTest {
  private static final long SEED = 3;
  private static final String C2 = "c2-mean-seconds";
  private static final String C1 = "c1-mean-seconds";

  /** All crews wait in the corner of the county. */
  private static final Scenario BADLY_PLACED =
      Towns.with(
          "name: badly placed",
          "span: {days: 3}",
          "fleet: {changes: {A: {post: Edenbridge}, B: {post: Edenbridge}, C: {post: Edenbridge},"
              + " D: {post: Edenbridge}, R: {post: Edenbridge}}}");

  /** Found once for all tests, when the class is ready for other threads to use. */
  private static final class Once {
    private static final PostStudy.Found FOUND = found(2);
  }

  private static PostStudy.Order order() {
    return new PostStudy.Order(
        new Objective(List.of(new Term(C2, 1)), List.of(new Guard(C1, 5))),
        new PostRules(2, 6, 10),
        10,
        20_000,
        new PostSearch.Terms(3, 30),
        new Race.Terms(2, 4, 0.8));
  }

  private static PostStudy.Found found(int threads) {
    Scenario scenario = BADLY_PLACED;
    Sites sites = Sites.of(scenario, Places.settlementSites(), List.of(), point -> true);
    Roads roads = Roads.straight(sites.withAllPosts(scenario), 40);
    try (Runs runs =
        new Runs(
            each -> (replication, seed) -> new Trials(each, roads).run(seed, List.of()),
            new Seeds(SEED),
            threads,
            () -> false)) {
      return new PostStudy(order(), runs, words -> {}).run(scenario, sites, roads);
    }
  }

  @Test
  void run_badlyPlacedStart_isBeatenOnUnseenCalls() {
    String text = FleetText.of(source(), "better placed", Once.FOUND.fleet());
    Scenario better = Towns.read(text);
    assertThat(better.fleet()).isEqualTo(Once.FOUND.fleet());

    Interval difference = difference(BADLY_PLACED, better, C2);

    assertThat(Once.FOUND.isChanged()).isTrue();
    assertThat(Once.FOUND.posts()).hasSizeLessThanOrEqualTo(2);
    assertThat(Once.FOUND.promises().get(Once.FOUND.promises().size() - 1).driveMinutes())
        .isLessThan(Once.FOUND.promises().get(0).driveMinutes());
    assertThat(difference.high()).isLessThan(-60);
    assertThat(difference(BADLY_PLACED, better, C1).high()).isLessThan(0);
  }

  @Test
  void run_onOtherThreads_findsTheSame() {
    assertThat(found(1)).isEqualTo(Once.FOUND);
  }

  @Test
  void run_crewsAndHours_areThoseThatWereThere() {
    assertThat(hours(Once.FOUND.fleet().roster())).isEqualTo(hours(BADLY_PLACED.fleet().roster()));
    assertThat(Once.FOUND.crewsAt().values().stream().mapToInt(each -> each).sum()).isEqualTo(13);
  }

  private static double hours(List<RosterLine> roster) {
    return roster.stream().mapToDouble(line -> line.crews() * line.hours()).sum();
  }

  /** On seeds of another stream than the search's, each scenario on roads of its own. */
  private static Interval difference(Scenario before, Scenario after, String measure) {
    Trials base = new Trials(before, Roads.straight(before, 40));
    Trials other = new Trials(after, Roads.straight(after, 40));
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (long seed = 900; seed < 906; seed++) {
      Measured one = base.run(seed, List.of());
      Measured two = other.run(seed, List.of());
      first.add(Objective.value(one, measure));
      second.add(Objective.value(two, measure));
    }
    return Interval.ofDifferences(first, second);
  }

  private static Source source() {
    return new Source(
        "badly-placed",
        """
        base: small-town
        # a comment that is lost
        name: badly placed
        span: {days: 3}
        fleet: {changes: {A: {post: Edenbridge}, B: {post: Edenbridge}, C: {post: Edenbridge}, D: {post: Edenbridge}, R: {post: Edenbridge}}}
        """);
  }

  @Test
  void text_ofAFileThatIsChanged_keepsWhatItSays() {
    String text = FleetText.of(source(), "as it was", BADLY_PLACED.fleet());

    assertThat(text).startsWith("base: small-town\n").contains("span:\n  days: 3\n");
    assertThat(RecordFile.differences(source(), new Source("written", text)))
        .extracting(each -> each.path())
        .containsExactly("name");
  }
}
