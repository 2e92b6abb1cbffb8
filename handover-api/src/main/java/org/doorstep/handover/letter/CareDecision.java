package org.doorstep.handover.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why care happened where it did.
 *
 * @param proposal what the protocol proposed, in words
 * @param rules what it rested on; empty where no protocol was asked
 * @param differsBecause why the people decided otherwise, if they did
 */
public record CareDecision(
    Instant at, String proposal, List<RulesUsed> rules, Optional<String> differsBecause) {
  public CareDecision {
    at = Checks.millis(at);
    proposal = Checks.text("proposal", proposal);
    rules = List.copyOf(rules);
    differsBecause = Checks.text("differsBecause", differsBecause);
  }
}
