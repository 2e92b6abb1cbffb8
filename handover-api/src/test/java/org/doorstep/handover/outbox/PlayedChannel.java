package org.doorstep.handover.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A channel that answers as the test says and writes down what it was given. */
final class PlayedChannel implements Channel {
  static final String NAME = "played";

  final List<OutgoingMessage> delivered = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<OutgoingMessage, Delivery> answers;

  PlayedChannel(Function<OutgoingMessage, Delivery> answers) {
    this.answers = answers;
  }

  static Address to(String receiver) {
    return new Address(NAME, receiver);
  }

  void answer(Function<OutgoingMessage, Delivery> others) {
    answers = others;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Delivery deliver(OutgoingMessage message, byte[] body) {
    delivered.add(message);
    return answers.apply(message);
  }
}
