package org.doorstep.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.handover.outbox.MessageCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: no message is ever checked on an event loop; the running server checks by nothing else,
 * so that a message which got there would not leave at all.
 */
class WorkerCheckTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger checked = new AtomicInteger();
  private final MessageCheck check =
      new WorkerCheck(
          message -> {
            checked.incrementAndGet();
            return List.of();
          });

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void listFaults_onAnEventLoop_isRefusedBeforeItBegins() throws Exception {
    Map<String, Boolean> refused =
        vertx
            .timer(1)
            .map(
                onLoop -> {
                  try {
                    return Map.of("refused", check.listFaults(new byte[0]).size() > 0);
                  } catch (IllegalStateException e) {
                    return Map.of("refused", true);
                  }
                })
            .await(10, TimeUnit.SECONDS);

    assertThat(refused).containsEntry("refused", true);
    assertThat(checked).hasValue(0);
  }

  @Test
  void listFaults_onAWorker_isDone() throws Exception {
    int faults =
        vertx
            .executeBlocking(() -> check.listFaults(new byte[0]).size())
            .await(10, TimeUnit.SECONDS);

    assertThat(faults).isZero();
    assertThat(checked).hasValue(1);
  }
}
