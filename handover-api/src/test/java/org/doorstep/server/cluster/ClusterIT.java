package org.doorstep.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * FEATURE: the node that decides is killed under load: another takes the area over, and no command
 * is lost or done twice.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "finds the ends of connections by /proc")
class ClusterIT {
  private static final Duration OWNED_WITHIN = Duration.ofSeconds(10);
  private static final int ANSWERS_BEFORE = 300;
  private static final int ANSWERS_AFTER = 600;

  @Test
  @Timeout(300)
  void owner_isKilledUnderLoad_anotherTakesOverAndNothingIsLostOrDoubled() throws Exception {
    try (ClusterWorld world = new ClusterWorld()) {
      Ledger ledger = new Ledger();
      Desks desks = new Desks(world, ledger, true);
      Await.until("the load runs", () -> ledger.size() > ANSWERS_BEFORE);
      positionsOfOneNodeAreSeenAtAnother(world);

      world.node(0).kill();
      long killed = System.nanoTime();
      Await.until("another node decides", () -> ledger.firstAnswerTo(killed).isPresent());
      Duration took = Duration.ofNanos(ledger.firstAnswerTo(killed).orElseThrow() - killed);
      int before = ledger.size();
      Await.until("the load goes on", () -> ledger.size() > before + ANSWERS_AFTER);
      world.restart(0);
      Await.until("the node is back", world.node(0)::isReady);
      desks.finish();

      System.out.printf(
          "owner killed: another answered after %.1f s; %d tries without an answer%n",
          took.toMillis() / 1_000.0, desks.unanswered());
      ledger.requireExactlyOnce("kill of the owner", world.database());
      assertThat(took).isLessThan(OWNED_WITHIN);
      assertThat(ledger.countOf(1)).isPositive();
      assertThat(ledger.countOf(2)).isPositive();
      boardsAreTheSame(world);
    }
  }

  private static void positionsOfOneNodeAreSeenAtAnother(ClusterWorld world) throws Exception {
    TestClient desk = world.client(1, "desk1");
    desk.signOn("P1");
    Map<String, Object> fix = Map.of("unit", "P1", "lat", 51.2, "lon", 0.27);
    int status =
        world
            .client(2, "crew1")
            .post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)))
            .status();
    assertThat(status).isEqualTo(204);
    Await.until(
        "the fix is on the other board",
        () -> desk.board().list("positions").toString().contains("P1"));
  }

  private static void boardsAreTheSame(ClusterWorld world) throws Exception {
    TestClient one = world.client(1, "desk1");
    long sequence = one.board().number("sequence");
    TestClient other = world.client(2, "desk1");
    other.awaitBoard(sequence);
    assertThat(other.board().list("units")).isEqualTo(one.board().list("units"));
  }
}
