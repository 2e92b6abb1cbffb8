package org.doorstep.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorstep.dispatch.wire.WireFault;

/**
 * What became of an order.
 *
 * @param status of HTTP; 0: no answer, however often it was asked
 * @param body as answered
 */
record Outcome(int status, String body) {
  static final Outcome NO_ANSWER = new Outcome(0, "");

  boolean isAccepted() {
    return status / 100 == 2;
  }

  /** What the server says in one word, for the log. */
  String code() {
    return tree().flatMap(tree -> tree.findText("code")).orElse("none");
  }

  /** The area's last event when this had been decided; 0 where the answer does not say. */
  long sequence() {
    return tree().flatMap(tree -> tree.findLong("sequence")).orElse(0L);
  }

  /** The answer as JSON, if it is some. */
  Optional<Tree> tree() {
    try {
      return Optional.of(Tree.of(body.getBytes(StandardCharsets.UTF_8)));
    } catch (WireFault e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Outcome[%d]".formatted(status);
  }
}
