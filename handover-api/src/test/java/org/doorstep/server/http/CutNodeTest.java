package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.doorstep.server.CutNode;
import org.doorstep.server.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** FEATURE: a node that sees too few of the others says so everywhere and takes no commands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutNodeTest {
  private CutNode node;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    node = CutNode.start();
    desk = node.server().client("desk1");
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void heartbeat_ofACutNode_givesTheReason() throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      TestClient.Event event = stream.any();
      while (!event.name().equals("heartbeat")) {
        event = stream.any();
      }
      assertThat(event.data()).containsEntry("deciding", false).containsEntry("reason", "NODE_CUT");
      assertThat(new Contract().faultsOf("Heartbeat", new JsonObject(event.text()))).isEmpty();
    }
  }

  @Test
  void command_toACutNode_isRefusedAndNothingIsDone() throws Exception {
    TestClient.Answer answer = desk.signOn("A1");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("node-cut");
    assertThat(desk.board().list("units")).isEmpty();
  }

  @Test
  void ready_ofACutNode_saysWhatIsWrong() throws Exception {
    TestClient.Answer ready = desk.get("/health/ready");

    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.text()).contains("cut off from the other nodes");
  }
}
