package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.doorstep.dispatch.Seeds;
import org.junit.jupiter.api.Test;

/** FEATURE: the best move and the best post are found, and only where they are worth the drive. */
class MoveSearchTest {
  private static final int SEEDS = 500;
  private static final Offset<Double> ROUNDING = within(1e-10);

  /** Every place is a post; drives are drawn, and a unit counts at the post at once. */
  private static PostDrives posts(Town town) {
    int[] drives =
        IntStream.generate(() -> town.random.nextInt(20) * 60_000)
            .limit((long) town.places * (town.stands.size() + 1))
            .toArray();
    return new PostDrives() {
      @Override
      public int posts() {
        return town.places;
      }

      @Override
      public int driveMillis(int unit, int post) {
        return drives[unit * town.places + post];
      }

      @Override
      public int placeAhead(int unit, int post) {
        return post;
      }
    };
  }

  private static CoverRules rules(double movePrice) {
    return new CoverRules(
        new CoverLaw(840_000, 0.3, Reach.hard(Town.TARGET)),
        new Prices(0.02, 9, 0.05, movePrice, 0.0003, 0.001),
        new MoveLimits(900_000, 1, 1));
  }

  private static double worth(Town town, PostDrives posts, CoverRules rules, int unit, int post) {
    double gained = town.uncovered(town.stands) - town.uncovered(town.moved(unit, post));
    double minutes = posts.driveMillis(unit, post) / 60_000.0;
    return rules.prices().cover() * gained
        - rules.prices().move()
        - rules.prices().moveMinute() * minutes;
  }

  @Test
  void search_anyState_findsWhatTryingAllMovesFinds() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          PostDrives posts = posts(town);
          CoverRules rules = rules(seed % 2 == 0 ? 0.1 : 0);
          int[] units = IntStream.range(0, town.stands.size()).toArray();
          double best = 0;
          for (int unit : units) {
            for (int post = 0; post < town.places; post++) {
              if (posts.driveMillis(unit, post) <= rules.limits().driveMillisMax()) {
                best = Math.max(best, worth(town, posts, rules, unit, post));
              }
            }
          }
          MoveSearch search = new MoveSearch(town.places);

          boolean found = search.search(town.cover(), units, units.length, posts, rules);

          assertThat(search.value()).isCloseTo(best, ROUNDING);
          if (found) {
            assertThat(worth(town, posts, rules, search.unit(), search.post()))
                .isCloseTo(best, ROUNDING);
          } else {
            assertThat(best).isLessThan(1e-10);
          }
        });
  }

  @Test
  void search_anyState_leavesCoverAsItWas() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          ExpectedCover cover = town.cover();
          double before = cover.uncovered();
          int[] units = IntStream.range(0, town.stands.size()).toArray();
          new MoveSearch(town.places).search(cover, units, units.length, posts(town), rules(0));
          assertThat(cover.uncovered()).isEqualTo(before);
        });
  }

  @Test
  void search_moveCostsMoreThanItSaves_findsNone() {
    Town town = new Town(5);
    MoveSearch search = new MoveSearch(town.places);
    assertThat(search.search(town.cover(), new int[] {0}, 1, posts(town), rules(10))).isFalse();
    assertThat(search.unit()).isEqualTo(MoveSearch.NONE);
  }

  @Test
  void choose_anyState_findsWhatTryingAllPostsFinds() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          PostDrives posts = posts(town);
          Prices prices = rules(0).prices();
          ExpectedCover cover = town.cover();
          int unit = town.stands.size();
          PostChoice choice = new PostChoice();

          int chosen = choice.choose(cover, unit, posts, prices);

          for (int post = 0; post < town.places; post++) {
            double minutes = posts.driveMillis(unit, post) / 60_000.0;
            double worth = prices.cover() * cover.gain(post, 1) - prices.postMinute() * minutes;
            assertThat(worth).isLessThanOrEqualTo(choice.value());
            assertThat(worth == choice.value() && post < chosen).isFalse();
          }
        });
  }
}
