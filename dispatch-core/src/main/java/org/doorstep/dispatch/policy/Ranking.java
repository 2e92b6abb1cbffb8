package org.doorstep.dispatch.policy;

import java.util.List;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Exclusion;

/**
 * A policy's answer: who could be sent, best first, and why the others could not.
 *
 * @param policy the policy's name and version, as {@code name/version}
 * @param excluded in the order of call signs
 */
public record Ranking(String policy, List<Candidate> candidates, List<Exclusion> excluded) {
  public Ranking {
    candidates = List.copyOf(candidates);
    excluded = List.copyOf(excluded);
  }
}
