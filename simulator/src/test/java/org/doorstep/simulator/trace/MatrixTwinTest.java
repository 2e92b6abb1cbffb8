package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.SharedData;
import org.doorstep.simulator.matrix.ClosestDesk;
import org.doorstep.simulator.matrix.MatrixCalls;
import org.doorstep.simulator.matrix.MatrixGround;
import org.doorstep.simulator.matrix.MatrixWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: where the closest unit is sent from its own base, the small world of the policies does
 * what the engine's world does, call by call and to the last bit.
 */
class MatrixTwinTest {
  private static final int TRACES = 120;

  @Test
  void run_anyTraceClosestUnit_isTheEnginesWorld() {
    int waited = 0;
    for (int seed = 1; seed <= TRACES; seed++) {
      Trace trace = TraceTwinTest.draw(seed, WhenNobodyIsFree.WAIT);
      List<TraceOutcome> expected = TraceWorld.play(trace, event -> {});
      List<Double> alike = Collections.nCopies(trace.drives().nodes(), 1.0);

      assertSame("seed " + seed, trace, alike, expected);

      waited += expected.stream().anyMatch(each -> each.responseMinutes() > 60) ? 1 : 0;
    }
    assertThat(waited).isGreaterThan(TRACES / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diesel_3", "diesel_5"})
  void run_publishedScenarioClosestUnit_isTheEnginesWorld(String name) {
    ElaspyFolder folder = new ElaspyFolder(SharedData.at("elaspy"), note -> {});
    ElaspyScenario scenario = folder.read(name, Optional.empty());
    List<TraceOutcome> expected = scenario.play(event -> {});
    assertSame(name, scenario.trace(), folder.ground().inhabitants(), expected);
  }

  private static void assertSame(
      String name, Trace trace, List<Double> inhabitants, List<TraceOutcome> expected) {
    List<Integer> bases = trace.bases().stream().distinct().toList();
    MatrixGround ground =
        new MatrixGround(
            new TraceGround(
                trace.drives(),
                trace.plane(),
                inhabitants,
                bases,
                trace.hospitals(),
                List.of(trace.bases())));
    MatrixCalls calls = new MatrixCalls(trace.calls().size());
    double at = 0;
    for (int i = 0; i < trace.calls().size(); i++) {
      TraceCall call = trace.calls().get(i);
      at += call.afterMinutes();
      calls.set(
          i, at, call.node(), call.onSceneMinutes(), call.toHospital(), call.dropOffMinutes());
    }
    MatrixWorld world =
        new MatrixWorld(ground, trace.bases(), calls, new ClosestDesk(ground, trace.bases()));
    world.run();
    for (TraceOutcome each : expected) {
      assertThat(world.unitOf(each.call())).as(name).isEqualTo(each.unit());
      assertThat(world.responseMinutes(each.call())).as(name).isEqualTo(each.responseMinutes());
      assertThat(world.finishedAt(each.call())).as(name).isEqualTo(each.finishMinutes());
    }
  }
}
