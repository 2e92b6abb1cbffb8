package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: milliseconds for the engine stand in the very order of a trace's minutes. */
class DriveMinutesTest {
  private static final int NODES = 60;

  @Test
  void millis_drivesThatDifferByLessThanAMillisecond_keepTheirOrder() {
    Chance chance = Chance.of(5, "drives");
    double[] minutes = new double[NODES * NODES];
    for (int i = 0; i < minutes.length; i++) {
      // Few values, some of them neighbours among the doubles.
      double near = chance.whole(0, 50) / 7.0;
      minutes[i] = chance.happens(0.5) ? near : Math.nextUp(near);
    }
    DriveMinutes drives = new DriveMinutes(NODES, minutes);

    for (int i = 0; i < 50_000; i++) {
      int a = chance.whole(0, minutes.length - 1);
      int b = chance.whole(0, minutes.length - 1);
      assertThat(Integer.compare(millis(drives, a), millis(drives, b)))
          .isEqualTo(Double.compare(minutes[a], minutes[b]));
    }
  }

  @Test
  void millis_drivesFarApart_areRoundedMinutes() {
    DriveMinutes drives = new DriveMinutes(2, new double[] {0, 1.5, 3.00001, 0});

    assertThat(drives.millis(0, 1)).isEqualTo(90_000);
    assertThat(drives.millis(1, 0)).isEqualTo(180_001);
    assertThat(drives.millis(1, 1)).isZero();
  }

  @Test
  void table_driveThatIsNone_isRefused() {
    assertThatThrownBy(() -> new DriveMinutes(1, new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DriveMinutes(1, new double[] {-1})).hasMessageContaining("(-1.0");
    assertThatThrownBy(() -> new DriveMinutes(2, new double[] {0}))
        .hasMessageContaining("(4) drives");
  }

  private static int millis(DriveMinutes drives, int pair) {
    return drives.millis(pair / NODES, pair % NODES);
  }
}
