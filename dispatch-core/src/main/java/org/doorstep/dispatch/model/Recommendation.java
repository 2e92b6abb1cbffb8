package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;

/**
 * Ranked units for one incident, with the evidence behind them.
 *
 * @param number counts the recommendations of one incident, from 1
 * @param policy which policy ranked, with its version, as {@code name/version}
 * @param evidence SHA-256 of the stored drive times and positions, in hexadecimal
 * @param candidates best first, at most {@link #CANDIDATES_MAX}
 * @param excluded in the order of call signs, at most {@link #EXCLUDED_MAX}, nearest kinds first
 */
public record Recommendation(
    long number,
    Instant at,
    String policy,
    String evidence,
    List<Candidate> candidates,
    List<Exclusion> excluded) {
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
}
