package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ranked units for one incident, with the evidence behind them.
 *
 * @param number counts the recommendations of one incident, from 1
 * @param policy which policy ranked, with its version, as {@code name/version}
 * @param evidence SHA-256 of the stored drive times and positions, in hexadecimal
 * @param candidates best first, at most {@link #CANDIDATES_MAX}
 * @param excluded in the order of call signs, at most {@link #EXCLUDED_MAX}, nearest kinds first
 * @param advice what it comes to when the whole area is weighed; empty where only this incident was
 *     looked at
 */
public record Recommendation(
    long number,
    Instant at,
    String policy,
    String evidence,
    List<Candidate> candidates,
    List<Exclusion> excluded,
    Optional<Advice> advice) {
  /** A person reads no more than this. */
  public static final int CANDIDATES_MAX = 5;

  /** Enough to answer "why not that one?" for the units of an area. */
  public static final int EXCLUDED_MAX = 60;

  public Recommendation {
    Require.atLeast("recommendation number", number, 1);
    Require.atMost("number of candidates", candidates.size(), CANDIDATES_MAX);
    Require.atMost("number of exclusions", excluded.size(), EXCLUDED_MAX);
    candidates = List.copyOf(candidates);
    excluded = List.copyOf(excluded);
  }

  /** A recommendation that looks at one incident only. */
  public Recommendation(
      long number,
      Instant at,
      String policy,
      String evidence,
      List<Candidate> candidates,
      List<Exclusion> excluded) {
    this(number, at, policy, evidence, candidates, excluded, Optional.empty());
  }

  /** Whether the first candidate is to be sent, as far as the policy knows. */
  public boolean isToSend() {
    return !candidates.isEmpty() && (advice.isEmpty() || advice.get().verdict() == Verdict.SEND);
  }
}
