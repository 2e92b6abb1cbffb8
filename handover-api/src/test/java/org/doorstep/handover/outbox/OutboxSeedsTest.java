package org.doorstep.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doorstep.handover.receipt.ReceiptCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: whatever receivers do, and from two senders at once, every message ends as received or
 * as an exception, none before the one that went before it, and the area knows.
 */
@ExtendWith(OutboxStand.Provided.class)
class OutboxSeedsTest {
  private static final int MESSAGES = 24;
  private static final int ROUNDS_MAX = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void run_anySeed_everyMessageEndsInOrderAndTheAreaKnows(long seed, OutboxStand stand)
      throws Exception {
    OutboxWorld world = new OutboxWorld(stand);
    Random random = new Random(seed);
    PlayedChannel channel = new PlayedChannel(message -> play(world, message, seed));
    List<OutgoingMessage> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      messages.add(
          world.enqueued(
              1 + random.nextInt(4), PlayedChannel.to(random.nextBoolean() ? "A" : "B")));
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS_MAX; round++) {
        Future<Integer> one = threads.submit(() -> world.sender(channel).run());
        Future<Integer> two = threads.submit(() -> world.sender(channel).run());
        one.get();
        two.get();
        world.clock.pass(Duration.ofMinutes(6));
        clearSome(world, random);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(world.state(message))
                    .as("seed %d", seed)
                    .isIn(MessageState.RECEIVED, MessageState.BY_HAND));
    assertInOrder(channel.delivered, seed);
    assertThat(world.outbox.store().listUntold(10)).as("seed %d", seed).isEmpty();
    for (OutgoingMessage message : messages) {
      String end = world.state(message) == MessageState.RECEIVED ? "received" : "handed over";
      assertThat(world.told)
          .as("seed %d", seed)
          .anyMatch(word -> word.startsWith(message.obligation().sequence() + " " + end));
    }
  }

  private final ConcurrentHashMap<Long, Integer> tries = new ConcurrentHashMap<>();

  /** What a receiver does follows from the seed, the message and how often it came. */
  private Delivery play(OutboxWorld world, OutgoingMessage message, long seed) {
    int attempt = tries.merge(message.obligation().sequence() * 1_000 + seed, 1, Integer::sum);
    Random random = new Random(seed * 1_000_003 + message.obligation().sequence() * 101 + attempt);
    return switch (random.nextInt(6)) {
      case 0 -> new Delivery.Failed("HTTP 503.");
      case 1 -> new Delivery.Taken();
      case 2 -> throw new IllegalStateException("A fault of the channel.");
      case 3 -> attempt > 1 ? ok(world, message) : new Delivery.Hopeless("HTTP 401.");
      case 4 -> {
        // It answers on its own before its answer is back.
        world.outbox.receive(
            OutboxWorld.receipt(message, ReceiptCode.SUCCESS, world.clock.instant()));
        yield new Delivery.Taken();
      }
      default -> ok(world, message);
    };
  }

  private static Delivery ok(OutboxWorld world, OutgoingMessage message) {
    return new Delivery.Answered(
        OutboxWorld.receipt(message, ReceiptCode.SUCCESS, world.clock.instant()));
  }

  private static void clearSome(OutboxWorld world, Random random) {
    for (OutboxEntry entry : world.outbox.listExceptions(100)) {
      if (random.nextBoolean()) {
        world.outbox.retry(entry.message().id());
      } else {
        world.outbox.handOver(entry.message().id(), "desk");
      }
    }
  }

  /** Of one patient and address, a message never comes again behind a later one. */
  private static void assertInOrder(List<OutgoingMessage> delivered, long seed) {
    TreeMap<String, Long> last = new TreeMap<>();
    for (OutgoingMessage message : delivered) {
      String lane = message.about().key() + " " + message.address().to();
      long sequence = message.obligation().sequence();
      assertThat(sequence)
          .as("seed %d, %s", seed, lane)
          .isGreaterThanOrEqualTo(last.getOrDefault(lane, 0L));
      last.put(lane, sequence);
    }
  }
}
