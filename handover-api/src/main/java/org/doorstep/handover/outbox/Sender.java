package org.doorstep.handover.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.receipt.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the messages of an outbox: at least once, in order for each patient and address, until they
 * are received or a person must decide.
 *
 * <p>Has no thread of its own: whoever has one calls {@link #run} again and again, from one or
 * several threads or nodes. An attempt is put down before it is made and its end behind it; what
 * dies in between is made again when its lease is over, and the receiver knows the repeat by the
 * message's id. A message that is not valid is never sent. To a receiver that does not answer one
 * message at a time is sent, at growing intervals, until it is back.
 *
 * <p>Order is kept for each patient <em>and address</em>: a service that does not answer must not
 * hold up the next one that is asked.
 */
public final class Sender {
  private static final int ROUND_MAX = 100;
  private static final int FAULT_LENGTH_MAX = 300;

  /**
   * A hospital that has not got a pre-alert by then is telephoned. An engineering default, needs
   * clinical approval.
   */
  private static final Duration WARNED_WITHIN = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Outbox outbox;
  private final Map<String, Channel> channels;
  private final MessageCheck check;
  private final RetryPolicy policy;
  private final OutboxListener listener;

  /**
   * A sender.
   *
   * @param channels each by a name of its own
   */
  public Sender(
      Outbox outbox,
      List<Channel> channels,
      MessageCheck check,
      RetryPolicy policy,
      OutboxListener listener) {
    this.outbox = outbox;
    this.channels = new LinkedHashMap<>();
    channels.forEach(channel -> this.channels.put(channel.name(), channel));
    this.check = check;
    this.policy = policy;
    this.listener = listener;
  }

  /**
   * Tells what is untold, then sends what is due, so many at most, and tells what became of it.
   * Blocks: for worker threads only.
   *
   * @return how many attempts were made
   */
  public int run() {
    giveUpWarnings();
    tell();
    int attempts = 0;
    while (attempts < ROUND_MAX) {
      Instant now = outbox.now();
      Optional<OutboxEntry> next = outbox.turns().take(now, now.plus(policy.lease()));
      if (next.isEmpty()) {
        break;
      }
      attempts++;
      attempt(next.get());
      tell();
    }
    return attempts;
  }

  /** A warning that comes when the patient is there warns nobody: a person must know at once. */
  private void giveUpWarnings() {
    int given =
        outbox
            .turns()
            .giveUpWarnings(
                outbox.now().minus(WARNED_WITHIN),
                "Not delivered within %d minutes.".formatted(WARNED_WITHIN.toMinutes()));
    if (given > 0) {
      LOG.warn("{} pre-alerts were not delivered in time.", given);
    }
  }

  private void attempt(OutboxEntry entry) {
    OutgoingMessage message = entry.message();
    Delivery delivery = deliver(entry);
    heard(message.address(), delivery);
    if (delivery instanceof Delivery.Answered answered) {
      var unused = outbox.receiveAtOnce(answered.receipt());
    } else if (delivery instanceof Delivery.Taken) {
      taken(entry);
    } else if (delivery instanceof Delivery.Hopeless hopeless) {
      move(message.id(), MessageState.DEAD, outbox.now(), hopeless.reason());
    } else if (delivery instanceof Delivery.Silent silent) {
      failed(entry, silent.reason());
    } else {
      failed(entry, ((Delivery.Failed) delivery).reason());
    }
  }

  /** A receiver that does not answer is left in peace for a while, with all that is for it. */
  private void heard(Address address, Delivery delivery) {
    if (delivery instanceof Delivery.Silent) {
      UUID spread = DerivedId.of("receiver", address.channel(), address.to());
      Instant now = outbox.now();
      outbox.receivers().silent(address, now, times -> now.plus(policy.waitAfter(spread, times)));
    } else {
      outbox.receivers().back(address);
    }
  }

  /** One that is taken again and again and never answered is for a person as well. */
  private void taken(OutboxEntry entry) {
    UUID id = entry.message().id();
    int attempts = entry.tries().attempts();
    if (attempts > policy.attemptsMax()) {
      move(
          id,
          MessageState.DEAD,
          outbox.now(),
          "Taken %d times and never answered.".formatted(attempts));
    } else {
      move(id, MessageState.SENT, outbox.now().plus(policy.answerWithin()), "");
    }
  }

  private void failed(OutboxEntry entry, String reason) {
    UUID id = entry.message().id();
    int attempts = entry.tries().attempts();
    if (attempts >= policy.attemptsMax()) {
      move(
          id,
          MessageState.DEAD,
          outbox.now(),
          "Given up after %d attempts; the last: %s".formatted(attempts, reason));
    } else {
      Instant next = outbox.now().plus(policy.waitAfter(id, attempts));
      move(id, MessageState.WAITING, next, reason);
    }
  }

  private Delivery deliver(OutboxEntry entry) {
    OutgoingMessage message = entry.message();
    Channel channel = channels.get(message.address().channel());
    if (channel == null) {
      return new Delivery.Hopeless(
          "There is no channel (%s).".formatted(message.address().channel()));
    }
    try {
      Optional<byte[]> body = outbox.findBody(message.id());
      if (body.isEmpty()) {
        return new Delivery.Hopeless("The message's words have been erased.");
      }
      Optional<String> fault = entry.tries().checked() ? Optional.empty() : fault(body.get());
      if (fault.isPresent()) {
        return new Delivery.Hopeless(fault.get());
      }
      if (!entry.tries().checked()) {
        outbox.store().checked(message.id());
      }
      return about(message, channel.deliver(message, body.get()));
    } catch (OutboxFault e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of our own must not stop the messages behind it; the words of the exception may
      // quote the message.
      LOG.error("The message ({}) failed: {}.", message.id(), e.getClass().getName());
      return new Delivery.Failed(
          "A fault of our own (%s).".formatted(e.getClass().getSimpleName()));
    }
  }

  private Optional<String> fault(byte[] body) {
    List<MessageCheck.Fault> faults = check.listFaults(body);
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The message is not valid in %d places and was not sent; the first: %s (%s)."
                .formatted(faults.size(), faults.get(0).where(), faults.get(0).rule()));
  }

  /** An answer about another message is no answer to this one. */
  private static Delivery about(OutgoingMessage message, Delivery delivery) {
    if (delivery instanceof Delivery.Answered answered) {
      Receipt receipt = answered.receipt();
      return receipt.of().equals(message.id())
          ? delivery
          : new Delivery.Failed("The receiver answered about another message.");
    }
    return delivery;
  }

  private void move(UUID id, MessageState state, Instant next, String reason) {
    String fault = reason.substring(0, Math.min(reason.length(), FAULT_LENGTH_MAX));
    outbox.store().move(id, state, next, fault.isEmpty() ? Optional.empty() : Optional.of(fault));
    LOG.info("The message ({}) is {}{}.", id, state, fault.isEmpty() ? "" : ": " + fault);
  }

  /** Tells of every state that is untold; what cannot be told now is told in the next round. */
  private void tell() {
    for (OutboxEntry entry : outbox.store().listUntold(ROUND_MAX)) {
      try {
        tell(entry);
        outbox.store().told(entry.message().id(), entry.state());
      } catch (OutboxFault e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("Nobody could be told of ({}).", entry.message().id(), e);
      }
    }
  }

  private void tell(OutboxEntry entry) {
    OutgoingMessage message = entry.message();
    String by = entry.settled().map(OutboxEntry.Settled::by).orElse("");
    Instant at = entry.settled().map(OutboxEntry.Settled::at).orElseGet(outbox::now);
    String reason = entry.fault().orElse("");
    switch (entry.state()) {
      case SENT -> listener.onSent(message);
      case RECEIVED -> listener.onReceived(message, by, at);
      case REFUSED -> listener.onRefused(message, reason);
      case DEAD -> listener.onDead(message, reason);
      case BY_HAND -> listener.onHandedOver(message, by, at);
      case WAITING -> {
        // Nothing to tell: it was to be sent before, and is again.
      }
    }
  }
}
