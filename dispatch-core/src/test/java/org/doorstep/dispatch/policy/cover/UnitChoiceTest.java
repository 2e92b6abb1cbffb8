package org.doorstep.dispatch.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.doorstep.dispatch.Seeds;
import org.junit.jupiter.api.Test;

/** FEATURE: who reaches the call in time is ranked by drive and cover; the late by drive alone. */
class UnitChoiceTest {
  private static final int TARGET = 720_000;
  private static final CallTerms CALL = new CallTerms(1_000, TARGET, 1, 0.02);
  private static final Prices PRICES = new Prices(0.02, 9, 0.05, 0.1, 0, 0);

  private static UnitChoice ranked(int[] drives, double[] lost) {
    UnitChoice choice = new UnitChoice(drives.length);
    choice.begin(CALL, 1_000, PRICES);
    for (int unit = 0; unit < drives.length; unit++) {
      choice.add(unit, drives[unit], lost[unit]);
    }
    return choice;
  }

  @Test
  void add_closestIsTheLastCoverOfItsZones_sendsTheNextOne() {
    UnitChoice choice = ranked(new int[] {300_000, 420_000}, new double[] {0.05, 0.01});
    assertThat(choice.unit(0)).isEqualTo(1);
    assertThat(choice.cost(0)).isEqualTo(9 * 0.01 + 0.02 * 7);
    assertThat(choice.coverLost(1)).isEqualTo(0.05);
  }

  @Test
  void add_nobodyInTime_sendsTheClosestWhateverItCovers() {
    UnitChoice choice = ranked(new int[] {900_000, 840_000}, new double[] {0, 0.09});
    assertThat(choice.unit(0)).isEqualTo(1);
    assertThat(choice.isLate(0)).isTrue();
  }

  @Test
  void add_oneInTimeHoweverDear_goesBeforeTheLate() {
    UnitChoice choice = ranked(new int[] {TARGET + 1, TARGET}, new double[] {0, 0.9});
    assertThat(choice.unit(0)).isEqualTo(1);
  }

  @Test
  void add_equalInAll_goesToTheLowerUnit() {
    UnitChoice choice = new UnitChoice(2);
    choice.begin(CALL, 1_000, PRICES);
    choice.add(4, 60_000, 0.01);
    choice.add(3, 60_000, 0.01);
    assertThat(choice.unit(0)).isEqualTo(3);
  }

  @Test
  void add_anyUnits_oneCloserWithNoMoreLossNeverRanksBelow() {
    Seeds.each(
        500,
        seed -> {
          Random random = new Random(seed);
          int[] drives = random.ints(12, 0, 20).map(each -> each * 60_000).toArray();
          double[] lost = random.ints(12, 0, 4).mapToDouble(each -> each / 20.0).toArray();
          UnitChoice choice = ranked(drives, lost);
          assertThat(choice.count()).isEqualTo(12);
          for (int rank = 1; rank < choice.count(); rank++) {
            for (int above = 0; above < rank; above++) {
              boolean closer = choice.driveMillis(rank) < choice.driveMillis(above);
              boolean noWorse = choice.coverLost(rank) <= choice.coverLost(above);
              assertThat(closer && noWorse).isFalse();
            }
          }
        });
  }
}
