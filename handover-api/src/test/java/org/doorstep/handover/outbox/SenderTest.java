package org.doorstep.handover.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.handover.receipt.ReceiptCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: a message that is to leave is sent until it is received or a person must decide. */
@ExtendWith(OutboxStand.Provided.class)
class SenderTest {
  private static final Address A = PlayedChannel.to("A");

  private OutboxWorld world;
  private final PlayedChannel channel = new PlayedChannel(this::ok);

  @BeforeEach
  void begin(OutboxStand stand) {
    world = new OutboxWorld(stand);
  }

  @Test
  void enqueue_sameObligationAgain_isOneMessage() {
    OutgoingMessage message = world.message(1, A);

    boolean first = world.outbox.enqueue(message, OutboxWorld.body(message));
    boolean second = world.outbox.enqueue(message, OutboxWorld.body(message));
    world.sender(channel).run();
    world.sender(channel).run();

    assertThat(List.of(first, second)).containsExactly(true, false);
    assertThat(channel.delivered).containsExactly(message);
  }

  @Test
  void run_received_tellsOnceByWhomAndHasNothingOutstanding() {
    OutgoingMessage message = world.enqueued(1, A);

    world.sender(channel).run();
    world.sender(channel).run();

    assertThat(world.state(message)).isEqualTo(MessageState.RECEIVED);
    assertThat(world.told).containsExactly("1 received by The practice");
    assertThat(world.outbox.figures().oldest()).isEmpty();
  }

  @Test
  void run_failing_triesAgainWhenTheWaitIsOverAndNotBefore() {
    channel.answer(message -> new Delivery.Failed("HTTP 503."));
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);

    sender.run();
    sender.run();
    assertThat(channel.delivered).hasSize(1);

    world.clock.pass(OutboxWorld.POLICY.waitAfter(message.id(), 1));
    channel.answer(this::ok);
    sender.run();
    assertThat(channel.delivered).containsExactly(message, message);
    assertThat(world.state(message)).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void run_failingToTheEnd_isAnExceptionThatOnlyAPersonClears() {
    channel.answer(message -> new Delivery.Failed("HTTP 503."));
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);

    for (int i = 0; i < 10; i++) {
      sender.run();
      world.clock.pass(OutboxWorld.POLICY.longest().multipliedBy(2));
    }

    assertThat(channel.delivered).hasSize(OutboxWorld.POLICY.attemptsMax());
    assertThat(world.told).containsExactly("1 dead");
    assertThat(world.outbox.listExceptions(10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.message()).isEqualTo(message))
        .satisfies(
            entry ->
                assertThat(entry.fault())
                    .contains("Given up after 3 attempts; the last: HTTP 503."));
    assertThat(world.outbox.figures().oldest()).contains(OutboxWorld.NOW);
  }

  @Test
  void run_warningToAReceiverThatIsAway_isAnExceptionAfterTwoMinutes() {
    channel.answer(message -> new Delivery.Silent("No connection."));
    OutgoingMessage handover = world.enqueued(1, A);
    OutgoingMessage tried = warning(2);
    Sender sender = world.sender(channel);
    sender.run();
    OutgoingMessage untried = warning(3);

    world.clock.pass(Duration.ofSeconds(119));
    sender.run();
    assertThat(world.outbox.listExceptions(10)).isEmpty();
    world.clock.pass(Duration.ofSeconds(1));
    sender.run();

    assertThat(world.state(handover)).isEqualTo(MessageState.WAITING);
    assertThat(world.outbox.listExceptions(10))
        .extracting(OutboxEntry::message)
        .containsExactly(tried, untried);
    assertThat(world.outbox.listExceptions(10))
        .allSatisfy(entry -> assertThat(entry.fault()).contains("Not delivered within 2 minutes."));
    assertThat(world.told).containsExactly("2 dead", "3 dead");
  }

  @Test
  void retry_ofAWarning_isTriedBeforeItIsAnExceptionAgain() {
    channel.answer(message -> new Delivery.Silent("No connection."));
    OutgoingMessage warning = warning(1);
    Sender sender = world.sender(channel);
    sender.run();
    world.clock.pass(Duration.ofMinutes(3));
    sender.run();
    channel.answer(this::ok);

    world.outbox.retry(warning.id());
    sender.run();

    assertThat(world.state(warning)).isEqualTo(MessageState.RECEIVED);
    assertThat(world.told).containsExactly("1 dead", "1 received by The practice");
  }

  private OutgoingMessage warning(int patient) {
    OutgoingMessage message = world.message(patient, A);
    OutgoingMessage warning =
        new OutgoingMessage(
            message.id(),
            message.about(),
            OutgoingMessage.Kind.PRE_ALERT,
            message.address(),
            message.obligation());
    world.outbox.enqueue(warning, OutboxWorld.body(warning));
    return warning;
  }

  @Test
  void retry_ofAnException_sendsItAnew() {
    channel.answer(message -> new Delivery.Hopeless("HTTP 401."));
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);
    sender.run();
    channel.answer(this::ok);

    boolean retried = world.outbox.retry(message.id());
    sender.run();

    assertThat(retried).isTrue();
    assertThat(world.told).containsExactly("1 dead", "1 received by The practice");
    assertThat(world.outbox.retry(message.id())).isFalse();
  }

  @Test
  void handOver_ofAnException_endsItAndLetsTheNextLeave() {
    channel.answer(message -> new Delivery.Hopeless("HTTP 401."));
    OutgoingMessage first = world.enqueued(1, A);
    OutgoingMessage second = world.enqueued(1, A);
    Sender sender = world.sender(channel);
    sender.run();
    channel.answer(this::ok);
    sender.run();
    assertThat(world.state(second)).isEqualTo(MessageState.WAITING);

    boolean cleared = world.outbox.handOver(first.id(), "U-17");
    sender.run();

    assertThat(cleared).isTrue();
    assertThat(world.told)
        .containsExactly("1 dead", "1 handed over by U-17", "2 received by The practice");
    assertThat(world.outbox.listExceptions(10)).isEmpty();
  }

  @Test
  void run_onePatientTwoAddresses_aSilentOneHoldsUpItsOwnOnly() {
    Address silent = PlayedChannel.to("SILENT");
    channel.answer(
        message ->
            message.address().equals(silent) ? new Delivery.Failed("No answer.") : ok(message));
    OutgoingMessage first = world.enqueued(1, silent);
    OutgoingMessage behind = world.enqueued(1, silent);
    OutgoingMessage other = world.enqueued(1, A);
    OutgoingMessage otherPatient = world.enqueued(2, silent);

    world.sender(channel).run();

    assertThat(channel.delivered).containsExactly(first, other, otherPatient);
    assertThat(world.state(behind)).isEqualTo(MessageState.WAITING);
  }

  @Test
  void run_taken_waitsForTheReceiptAndSendsAgainWithoutOne() {
    channel.answer(message -> new Delivery.Taken());
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);

    sender.run();
    assertThat(world.state(message)).isEqualTo(MessageState.SENT);
    world.clock.pass(OutboxWorld.POLICY.answerWithin());
    sender.run();
    world.outbox.receive(OutboxWorld.receipt(message, ReceiptCode.PATIENT_KNOWN, OutboxWorld.NOW));
    sender.run();

    assertThat(channel.delivered).containsExactly(message, message);
    assertThat(world.told).containsExactly("1 sent", "1 sent", "1 received by The practice");
  }

  @Test
  void run_takenAgainAndAgainWithoutAnswer_isAnException() {
    channel.answer(message -> new Delivery.Taken());
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);

    for (int i = 0; i < 6; i++) {
      sender.run();
      world.clock.pass(OutboxWorld.POLICY.answerWithin());
    }

    assertThat(world.state(message)).isEqualTo(MessageState.DEAD);
    assertThat(world.told).endsWith("1 dead");
  }

  @Test
  void receive_refusedBehindReceived_isAnExceptionAndAnOldWordDoesNotUndoIt() {
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);
    sender.run();

    world.outbox.receive(
        OutboxWorld.receipt(
            message, ReceiptCode.PATIENT_NOT_KNOWN, OutboxWorld.NOW.plusSeconds(60)));
    world.outbox.receive(
        OutboxWorld.receipt(message, ReceiptCode.SUCCESS, OutboxWorld.NOW.plusSeconds(30)));
    sender.run();

    assertThat(world.state(message)).isEqualTo(MessageState.REFUSED);
    assertThat(world.told).containsExactly("1 received by The practice", "1 refused");
  }

  @ParameterizedTest(name = "its receipt says {0} seconds later that it was taken in")
  @ValueSource(longs = {-60, 0, 60})
  void run_refusedBeforeTheAnswerToTheAttempt_staysAnExceptionUntilAPersonTriesAgain(long later) {
    channel.answer(
        message -> {
          world.outbox.receive(
              OutboxWorld.receipt(message, ReceiptCode.OTHER, world.clock.instant()));
          return new Delivery.Answered(
              OutboxWorld.receipt(
                  message, ReceiptCode.SUCCESS, world.clock.instant().plusSeconds(later)));
        });
    OutgoingMessage message = world.enqueued(1, A);
    Sender sender = world.sender(channel);
    sender.run();

    assertThat(world.state(message)).isEqualTo(MessageState.REFUSED);
    assertThat(world.told).containsExactly("1 refused");
    channel.answer(this::ok);
    world.outbox.retry(message.id());
    sender.run();
    assertThat(world.state(message)).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void receive_ofAnUnknownMessage_changesNothing() {
    OutgoingMessage never = world.message(1, A);

    assertThat(
            world.outbox.receive(OutboxWorld.receipt(never, ReceiptCode.SUCCESS, OutboxWorld.NOW)))
        .isFalse();
  }

  @Test
  void run_messageIsNotValid_isNeverSentAndNamesPlaceAndRule() {
    MessageCheck check =
        body -> List.of(new MessageCheck.Fault("Composition.author", "must be there"));
    OutgoingMessage message = world.enqueued(1, A);

    world.sender(check, channel).run();

    assertThat(channel.delivered).isEmpty();
    assertThat(world.outbox.find(message.id()).orElseThrow().fault())
        .hasValueSatisfying(
            fault -> assertThat(fault).contains("Composition.author (must be there)"));
    assertThat(world.told).containsExactly("1 dead");
  }

  @Test
  void run_answerAboutAnotherMessage_isNoAnswer() {
    OutgoingMessage other = world.message(9, A);
    channel.answer(message -> ok(other));
    OutgoingMessage message = world.enqueued(1, A);

    world.sender(channel).run();

    assertThat(world.state(message)).isEqualTo(MessageState.WAITING);
    assertThat(world.told).isEmpty();
  }

  @Test
  void run_processDiedWhileSending_sendsAgainWhenTheLeaseIsOver() {
    OutgoingMessage message = world.enqueued(1, A);
    // What a process leaves behind that took the message and then died.
    world.outbox.turns().take(OutboxWorld.NOW, OutboxWorld.NOW.plus(OutboxWorld.POLICY.lease()));

    world.sender(channel).run();
    assertThat(channel.delivered).isEmpty();

    world.clock.pass(OutboxWorld.POLICY.lease());
    world.sender(channel).run();
    assertThat(channel.delivered).containsExactly(message);
  }

  @Test
  void run_listenerFails_isToldAgain() {
    AtomicInteger failures = new AtomicInteger(2);
    OutboxListener notebook = world.notebook();
    Sender sender =
        new Sender(
            world.outbox,
            List.of(channel),
            body -> List.of(),
            OutboxWorld.POLICY,
            new OutboxWorld.Notebook(world.told) {
              @Override
              public void onReceived(OutgoingMessage message, String by, Instant at) {
                if (failures.getAndDecrement() > 0) {
                  throw new IllegalStateException("The area is not there.");
                }
                notebook.onReceived(message, by, at);
              }
            });
    world.enqueued(1, A);

    sender.run();
    sender.run();
    sender.run();
    sender.run();

    assertThat(world.told).containsExactly("1 received by The practice");
  }

  @Test
  void waitAfter_eachAttempt_doublesUpToTheBoundAndSpreadsByTheMessage() {
    UUID one = new UUID(1, 1);
    UUID other = new UUID(2, 2);
    RetryPolicy policy = RetryPolicy.USUAL;

    for (int attempt = 1; attempt < 30; attempt++) {
      long whole = Math.min(5_000L << Math.min(attempt - 1, 20), Duration.ofMinutes(10).toMillis());
      assertThat(policy.waitAfter(one, attempt))
          .isBetween(Duration.ofMillis(whole * 3 / 4), Duration.ofMillis(whole * 5 / 4))
          .isEqualTo(policy.waitAfter(one, attempt))
          .isNotEqualTo(policy.waitAfter(other, attempt));
    }
  }

  private Delivery ok(OutgoingMessage message) {
    return new Delivery.Answered(
        OutboxWorld.receipt(message, ReceiptCode.SUCCESS, world.clock.instant()));
  }
}
