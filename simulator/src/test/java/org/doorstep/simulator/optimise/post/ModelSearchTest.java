package org.doorstep.simulator.optimise.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.post.ModelSearch.Expected;
import org.doorstep.simulator.optimise.site.Ground;
import org.doorstep.simulator.optimise.site.Sites;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.Towns;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/** FEATURE: the model of drives proposes moves that shorten drives, within the rules of posts. */
class ModelSearchTest {
  private static final Scenario TOWN = Towns.with("name: town");
  private static final Sites SITES =
      Sites.of(TOWN, Places.settlementSites(), List.of(), point -> true);
  private static final Posting POSTING = new Posting(TOWN, SITES);
  private static final DriveModel MODEL =
      new DriveModel(
          POSTING,
          new Ground(SITES, Roads.straight(SITES.withAllPosts(TOWN), 40)),
          WeekLoad.of(TOWN, 1.2));

  private static ModelSearch search(int posts, int room, double worseMinutes) {
    return new ModelSearch(POSTING, MODEL, new PostRules(posts, room, worseMinutes));
  }

  @Test
  void improve_anyRules_shortensDrivesAndKeepsThem() {
    for (int posts = 0; posts <= 3; posts++) {
      ModelSearch search = search(posts, 4, 100);
      Expected before = search.expect(POSTING.asItIs());
      Expected after = search.improve(POSTING.asItIs());

      assertThat(after.meanMinutes()).isLessThan(before.meanMinutes());
      assertThat(POSTING.posts(after.plan())).hasSizeLessThanOrEqualTo(posts);
    }
  }

  @Test
  void improve_noZoneMayLose_noneDoes() {
    Expected fair = search(4, 8, 0).improve(POSTING.asItIs());
    Expected free = search(4, 8, 100).improve(POSTING.asItIs());

    assertThat(fair.worseMinutes()).isZero();
    assertThat(free.worseMinutes()).isPositive();
    assertThat(free.meanMinutes()).isLessThanOrEqualTo(fair.meanMinutes());
  }

  @Test
  void improve_itsOwnResult_findsNothingMore() {
    ModelSearch search = search(2, 8, 100);
    Expected best = search.improve(POSTING.asItIs());

    assertThat(search.improve(best.plan())).isEqualTo(best);
    assertThat(search.neighbours(best.plan(), Set.of(), 5))
        .allMatch(each -> each.meanMinutes() > best.meanMinutes() - 1e-6);
  }

  @Test
  void neighbours_ofAPlan_areThoseFirstOfWhichMostIsExpectedAndNoneTwice() {
    List<Expected> neighbours = search(2, 8, 100).neighbours(POSTING.asItIs(), Set.of(), 20);

    assertThat(neighbours)
        .hasSize(20)
        .isSortedAccordingTo((a, b) -> Double.compare(a.meanMinutes(), b.meanMinutes()));
    assertThat(neighbours).extracting(Expected::plan).doesNotHaveDuplicates();
    assertThat(search(2, 8, 100).neighbours(POSTING.asItIs(), Set.of(neighbours.get(0).plan()), 19))
        .isEqualTo(neighbours.subList(1, 20));
  }

  @Test
  void meanMinutes_ofAllCrewsAtOnePlace_isWorseThanSpread() {
    PostPlan crowded = new PostPlan(POSTING.asItIs().siteOf().stream().map(site -> 8).toList());

    assertThat(search(0, 99, 100).expect(crowded).meanMinutes())
        .isGreaterThan(search(0, 99, 100).expect(POSTING.asItIs()).meanMinutes());
    assertThat(MODEL.covered(crowded, 0.1)).isCloseTo(0, within(0.2));
    assertThat(MODEL.covered(POSTING.asItIs(), 600)).isGreaterThan(0.99);
  }
}
