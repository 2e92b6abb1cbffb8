package org.doorstep.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * FEATURE: the node that decides is cut off from the others and still reaches the database, the
 * worst of all cuts: it says so and takes nothing, the others go on, and after the cut has healed
 * it serves again by itself.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "finds the ends of connections by /proc")
class PartitionIT {
  private static final int ANSWERS_BEFORE = 200;
  private static final int ANSWERS_DURING = 300;

  @Test
  @Timeout(300)
  void owner_isCutOffUnderLoad_saysSoAndOnlyTheOthersDecide() throws Exception {
    try (ClusterWorld world = new ClusterWorld()) {
      Ledger ledger = new Ledger();
      // They stay at their nodes: both halves get commands all the time.
      Desks desks = new Desks(world, ledger, false);
      Await.until("the load runs", () -> ledger.size() > ANSWERS_BEFORE);

      world.wire().cutOff(0);
      long cut = System.nanoTime();
      try (TestClient.Stream stream = world.client(0, "desk1").stream()) {
        awaitReason(stream, "NODE_CUT");
        double said = seconds(cut);
        long answered = ledger.countOf(0);
        refusesCommands(world);
        int before = ledger.size();
        Await.until("the others go on", () -> ledger.size() > before + ANSWERS_DURING);
        double othersFor = seconds(cut);
        assertThat(ledger.countOf(0)).as("answers of the cut node").isEqualTo(answered);

        world.wire().heal();
        long healed = System.nanoTime();
        awaitReason(stream, "");
        Await.until("it answers again", () -> ledger.countOf(0) > answered);
        System.out.printf(
            "owner cut off: said so after %.1f s, healed after %.1f s, served again %.1f s later%n",
            said, othersFor, seconds(healed));
      }
      desks.finish();
      ledger.requireExactlyOnce("cut of the owner", world.database());
    }
  }

  /** Reads until the heartbeat gives this reason; empty: until commands are taken. */
  private static void awaitReason(TestClient.Stream stream, String reason) throws Exception {
    TestClient.Event event = stream.any();
    while (!event.name().equals("heartbeat")
        || !reason.equals(event.data().getOrDefault("reason", ""))) {
      event = stream.any();
    }
    assertThat(event.data().get("deciding")).isEqualTo(reason.isEmpty());
  }

  private static void refusesCommands(ClusterWorld world) throws Exception {
    TestClient.Answer refused =
        world.client(0, "desk1").command("SignOffUnit", "{\"unit\":\"U1\"}");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("node-cut");
    TestClient.Answer ready = world.node(0).client().get("/health/ready");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.text()).contains("cut off from the other nodes");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
