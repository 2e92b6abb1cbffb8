package org.doorstep.simulator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.simulator.experiment.ChartKind;
import org.doorstep.simulator.experiment.Curve;
import org.doorstep.simulator.experiment.Ended;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Setting;
import org.junit.jupiter.api.Test;

/** FEATURE: what a worker measures arrives to the last bit. */
class WorkLineTest {
  private static WorkAnswer sent(Measured measured) {
    return WorkAnswer.of(
        "abc",
        Setting.of("Today"),
        Optional.of(new Ended(Optional.of(measured), Optional.empty())));
  }

  private static Measured received(WorkAnswer answer) {
    String line = WorkLine.write(answer);
    assertThat(line).doesNotContain("\n");
    return WorkLine.read(WorkAnswer.class, line)
        .done()
        .flatMap(WorkAnswer.Done::ended)
        .flatMap(Ended::measured)
        .orElseThrow();
  }

  @Test
  void measured_anyDoubles_arriveWithEveryBitAndInOrder() {
    Random random = new Random(5);
    Map<String, Double> values = new LinkedHashMap<>();
    List<Double> points = new ArrayList<>(List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0));
    for (int number = 9_999; number >= 0; number--) {
      double value = Double.longBitsToDouble(random.nextLong());
      values.put("z" + number, value);
      points.add(value);
    }
    points.addAll(List.of(Double.MIN_VALUE, Double.MAX_VALUE, 2.0, 75_000.0, 0.1 + 0.2));
    Measured measured =
        new Measured(
            values, List.of(new Curve(ChartKind.BY_HOUR, "C1 \"ü\"\n", points)), List.of());

    Measured back = received(sent(measured));

    assertThat(back).isEqualTo(measured);
    assertThat(List.copyOf(back.values().keySet()))
        .isEqualTo(List.copyOf(measured.values().keySet()));
    for (int at = 0; at < points.size(); at++) {
      assertThat(Double.doubleToLongBits(back.curves().get(0).values().get(at)))
          .as("%s", points.get(at))
          .isEqualTo(Double.doubleToLongBits(points.get(at)));
    }
  }

  @Test
  void request_everythingInIt_arrives() {
    SentScenario scenario =
        new SentScenario(
            "more",
            "base: today\nname: \"é\"\n",
            List.of(new SentScenario.Text("today", "name: x\n")),
            Optional.of(2),
            Optional.of("/maps/kent"),
            Optional.empty());
    WorkRequest request =
        new WorkRequest("1", scenario, Optional.of(new WorkRequest.Turn(3, Long.MIN_VALUE)));

    assertThat(WorkLine.read(WorkRequest.class, WorkLine.write(request))).isEqualTo(request);
  }

  @Test
  void line_thatIsSomethingElse_isAFault() {
    for (String line : List.of("", "{", "{\"version\": 3}", "[]", "Exception in thread")) {
      assertThatThrownBy(() -> WorkLine.read(WorkRequest.class, line))
          .as(line)
          .isInstanceOf(WireFault.class);
    }
  }
}
