package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.host.Journal;
import org.junit.jupiter.api.Test;

/** FEATURE: one seed, one log, byte for byte, on every JVM and beside any other run. */
class TraceLogTest {
  /** The hash of the log of seed 1; the same on every JVM, or the program has changed. */
  private static final String GOLDEN =
      "d6154784d5785e595455180e855f74a2aa808d2684c6ae2f90db2858ded6f136";

  @Test
  void play_sameSeed_sameHashOnEveryJvm() {
    assertThat(hash(1)).isEqualTo(GOLDEN);
    assertThat(hash(2)).isNotEqualTo(GOLDEN);
  }

  @Test
  void play_besideAnotherRun_sameHash() {
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> hash(3));

    assertThat(hash(1)).isEqualTo(GOLDEN);
    assertThat(other.join()).isEqualTo(hash(3));
  }

  private static String hash(long seed) {
    Chance chance = Chance.of(seed, "log");
    Queue queue = Queue.random(6, 0.7, WhenNobodyIsFree.WAIT, chance);
    Journal journal = Journal.hashOnly();
    assertThat(TraceWorld.play(queue.trace(500, chance), journal)).hasSize(500);
    assertThat(journal.events()).isGreaterThan(2_500);
    return journal.head();
  }
}
