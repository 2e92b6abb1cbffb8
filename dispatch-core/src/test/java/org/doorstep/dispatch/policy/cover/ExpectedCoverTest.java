package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.policy.cover.Town.Stand;
import org.junit.jupiter.api.Test;

/** FEATURE: expected cover answers quickly what its definition says. */
class ExpectedCoverTest {
  private static final int SEEDS = 300;
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void uncovered_anyState_isTheDefinition() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          assertThat(town.cover().uncovered()).isCloseTo(town.uncovered(town.stands), ROUNDING);
        });
  }

  @Test
  void loss_anyUnit_isWhatTheDefinitionLosesWithoutIt() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          ExpectedCover cover = town.cover();
          double before = town.uncovered(town.stands);
          for (int unit = 0; unit < town.stands.size(); unit++) {
            double lost = town.uncovered(town.without(unit)) - before;
            assertThat(cover.loss(unit)).isCloseTo(lost, ROUNDING).isNotNegative();
          }
        });
  }

  @Test
  void gain_anyPlace_isWhatTheDefinitionGainsWithOneMore() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          ExpectedCover cover = town.cover();
          double before = town.uncovered(town.stands);
          for (int place = 0; place < town.places; place++) {
            List<Stand> more = new ArrayList<>(town.stands);
            more.add(new Stand(place, 0.7));
            double gained = before - town.uncovered(more);
            assertThat(cover.gain(place, 0.7)).isCloseTo(gained, ROUNDING).isNotNegative();
          }
        });
  }

  @Test
  void moveGain_anyMove_isTheDefinitionsAndLeavesAllAsItWas() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          ExpectedCover cover = town.cover();
          double before = cover.uncovered();
          for (int unit = 0; unit < town.stands.size(); unit++) {
            for (int place = 0; place < town.places; place++) {
              double gained = town.uncovered(town.stands) - town.uncovered(town.moved(unit, place));
              assertThat(cover.moveGain(unit, place, 1)).isCloseTo(gained, ROUNDING);
            }
          }
          assertThat(cover.uncovered()).isEqualTo(before);
        });
  }

  @Test
  void take_unitThatWasPut_isAsIfItHadNeverBeenThere() {
    Seeds.each(
        SEEDS,
        seed -> {
          Town town = new Town(seed);
          ExpectedCover cover = town.cover();
          int unit = town.random.nextInt(town.stands.size());
          cover.take(unit);
          assertThat(cover.counts(unit)).isFalse();
          assertThat(cover.uncovered()).isCloseTo(town.uncovered(town.without(unit)), ROUNDING);
        });
  }

  @Test
  void clear_anotherHour_startsAfresh() {
    Town town = new Town(3);
    ExpectedCover cover = town.cover();
    cover.clear(town.demand, 0.5);
    assertThat(cover.uncovered()).isCloseTo(1, ROUNDING);
    assertThat(cover.counts(0)).isFalse();
  }

  @Test
  void put_unitTwice_isRefused() {
    ExpectedCover cover = new Town(1).cover();
    assertThatThrownBy(() -> cover.put(0, 0, 1)).hasMessageContaining("The unit (0)");
  }

  @Test
  void loss_unitNotCounted_isRefused() {
    Town town = new Town(1);
    ExpectedCover cover = town.cover();
    assertThatThrownBy(() -> cover.loss(town.stands.size())).hasMessageContaining("not counted");
  }

  @Test
  void put_chanceAboveOne_isRefused() {
    Town town = new Town(1);
    ExpectedCover cover = town.cover();
    assertThatThrownBy(() -> cover.put(town.stands.size(), 0, 1.1)).hasMessageContaining("1.1");
  }
}
