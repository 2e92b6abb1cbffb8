package org.doorstep.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: what is planned happens in the order of time, and at one moment in that of planning. */
class TimelineTest {
  private record Planned(long moment, int order) {}

  @Test
  void runNext_randomPlans_runsThemAsASortedListWould() {
    Chance chance = Chance.of(1, "timeline");
    Timeline timeline = new Timeline();
    List<Planned> planned = new ArrayList<>();
    List<Planned> ran = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Planned each = new Planned(chance.whole(0, 400), i);
      planned.add(each);
      timeline.at(each.moment(), () -> ran.add(each));
    }

    while (timeline.runNext()) {
      assertThat(timeline.now()).isEqualTo(ran.get(ran.size() - 1).moment());
    }

    planned.sort(Comparator.comparingLong(Planned::moment));
    assertThat(ran).isEqualTo(planned);
  }

  @Test
  void at_fromWithinAnEvent_sameMomentRunsAfterWhatWasPlannedBefore() {
    Timeline timeline = new Timeline();
    List<String> ran = new ArrayList<>();
    timeline.at(
        5,
        () -> {
          ran.add("first");
          timeline.at(5, () -> ran.add("third"));
        });
    timeline.at(5, () -> ran.add("second"));

    timeline.runUntil(9);

    assertThat(ran).containsExactly("first", "second", "third");
    assertThat(timeline.now()).isEqualTo(9);
  }

  @Test
  void at_momentThatHasPassed_isRefused() {
    Timeline timeline = new Timeline();
    timeline.runUntil(10);

    assertThatThrownBy(() -> timeline.at(9, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(9)");
  }

  @Test
  void momentOf_doubles_keepTheirOrderToTheLastBit() {
    double[] times = {0, Double.MIN_VALUE, 0.1, Math.nextUp(0.1), 1, 1e9, Math.nextUp(1e9)};
    for (int i = 1; i < times.length; i++) {
      assertThat(Timeline.momentOf(times[i])).isGreaterThan(Timeline.momentOf(times[i - 1]));
      assertThat(Timeline.timeOf(Timeline.momentOf(times[i]))).isEqualTo(times[i]);
    }
    assertThat(Timeline.momentOf(-0.0)).isZero();
    assertThatThrownBy(() -> Timeline.momentOf(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
