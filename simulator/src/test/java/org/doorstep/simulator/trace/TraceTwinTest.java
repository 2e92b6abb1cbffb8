package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: whatever the trace, the engine sends the units that a plain replay without it sends, and
 * every time is the same to the last bit.
 */
class TraceTwinTest {
  private static final int TRACES = 400;
  private static final int CALLS = 150;

  @Test
  void play_anyTrace_isThePlainReplays() {
    int waited = 0;
    int passedOn = 0;
    for (int seed = 1; seed <= TRACES; seed++) {
      Chance chance = Chance.of(seed, "otherwise");
      Trace trace =
          draw(seed, chance.happens(0.3) ? WhenNobodyIsFree.PASS_ON : WhenNobodyIsFree.WAIT);

      List<TraceOutcome> outcomes = TraceWorld.play(trace, event -> {});

      assertThat(outcomes).as("seed %d", seed).isEqualTo(PlainReplay.play(trace));
      waited += outcomes.stream().anyMatch(each -> each.responseMinutes() > 60) ? 1 : 0;
      passedOn += outcomes.stream().anyMatch(each -> each.unit() == TraceOutcome.NONE) ? 1 : 0;
    }
    // Queues, losses and ties have to come up, or the two have not been told apart.
    assertThat(waited).isGreaterThan(TRACES / 10);
    assertThat(passedOn).isGreaterThan(TRACES / 10);
  }

  /** Whole minutes make ties of drives and of moments; some fleets are far too small. */
  static Trace draw(int seed, WhenNobodyIsFree otherwise) {
    Chance chance = Chance.of(seed, "trace");
    int nodes = chance.whole(1, 30);
    boolean whole = chance.happens(0.5);
    double[] x = new double[nodes];
    double[] y = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      x[node] = chance.whole(0, 20);
      y[node] = chance.whole(0, 20);
    }
    double[] minutes = new double[nodes * nodes];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = whole ? chance.whole(0, 12) : chance.between(0, 12);
    }
    List<Integer> bases = some(chance.whole(1, 12), nodes, chance);
    double gap = 60.0 / bases.size() / chance.between(0.3, 1.3);
    List<TraceCall> calls = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      double after = chance.exponential(gap);
      double onScene = chance.exponential(30);
      double dropOff = chance.exponential(15);
      calls.add(
          new TraceCall(
              whole ? StrictMath.rint(after) : after,
              chance.whole(0, nodes - 1),
              whole ? StrictMath.rint(onScene) : onScene,
              chance.happens(0.6),
              whole ? StrictMath.rint(dropOff) : dropOff));
    }
    return new Trace(
        new DriveMinutes(nodes, minutes),
        new NodePlane(x, y),
        bases,
        some(chance.whole(1, 4), nodes, chance),
        calls,
        otherwise);
  }

  private static List<Integer> some(int count, int nodes, Chance chance) {
    List<Integer> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(chance.whole(0, nodes - 1));
    }
    return drawn;
  }
}
