package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Reason.Code;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.TravelQuote;

/**
 * Ranks the units that can do it by drive time: the yardstick that every other policy is held to.
 *
 * <p>Drives are compared in milliseconds, unrounded. Ties go to the lower call sign, so that every
 * replica and every replay agrees.
 */
public final class ClosestCapable {
  /** Name and version, as recorded with every recommendation. */
  public static final String NAME = "closest-capable/1";

  private static final int FIX_AGE_SECONDS_MAX = 120;
  private static final Duration SHIFT_END_NEAR = Duration.ofMinutes(45);

  /** The same for every unit, and so made once. */
  private static final Reason CLOSEST = new Reason(Code.CLOSEST, 0);

  private static final Reason ON_A_JOB = new Reason(Code.ON_A_JOB, 0);
  private static final Reason UNAVAILABLE = new Reason(Code.UNAVAILABLE, 0);
  private static final Reason NO_ROUTE = new Reason(Code.NO_ROUTE, 0);

  private ClosestCapable() {}

  /** A unit that can do it, with its drive. */
  private record Able(ClinicalUnit unit, TravelQuote quote) {}

  /**
   * Ranks the units of the snapshot; units without a quote are excluded, never guessed.
   *
   * @return at most {@link Recommendation#CANDIDATES_MAX} candidates
   */
  public static Ranking rank(Snapshot snapshot) {
    List<TravelQuote> quotes = byUnit(snapshot.quotes());
    List<Able> quickest = new ArrayList<>(Recommendation.CANDIDATES_MAX + 1);
    List<Exclusion> excluded = new ArrayList<>(snapshot.units().size());
    int next = 0;
    for (ClinicalUnit unit : snapshot.units()) {
      int order = -1;
      while (next < quotes.size() && order < 0) {
        order = quotes.get(next).unit().compareTo(unit.id());
        next += order < 0 ? 1 : 0;
      }
      Optional<Reason> obstacle = findObstacle(unit, snapshot.needs(), order == 0);
      if (obstacle.isPresent()) {
        excluded.add(new Exclusion(unit.id(), obstacle.get()));
      } else {
        insert(quickest, new Able(unit, quotes.get(next)));
      }
    }
    return new Ranking(NAME, candidates(snapshot, quickest), excluded);
  }

  /** Keeps the quickest in order, and no more of them than a person reads. */
  private static void insert(List<Able> quickest, Able unit) {
    int at = quickest.size();
    while (at > 0 && compare(unit, quickest.get(at - 1)) < 0) {
      at--;
    }
    if (at < Recommendation.CANDIDATES_MAX) {
      quickest.add(at, unit);
    }
    if (quickest.size() > Recommendation.CANDIDATES_MAX) {
      quickest.remove(Recommendation.CANDIDATES_MAX);
    }
  }

  /** Both sides then go through in step; whoever asks usually has them in this order. */
  private static List<TravelQuote> byUnit(List<TravelQuote> quotes) {
    for (int i = 1; i < quotes.size(); i++) {
      if (quotes.get(i - 1).unit().compareTo(quotes.get(i).unit()) > 0) {
        List<TravelQuote> sorted = new ArrayList<>(quotes);
        sorted.sort(Comparator.comparing(TravelQuote::unit));
        return sorted;
      }
    }
    return quotes;
  }

  private static int compare(Able a, Able b) {
    int quicker = Integer.compare(a.quote().driveMillis(), b.quote().driveMillis());
    return quicker != 0 ? quicker : a.unit().id().compareTo(b.unit().id());
  }

  private static Optional<Reason> findObstacle(
      ClinicalUnit unit, Capabilities needs, boolean quoted) {
    if (!unit.shift().capabilities().meet(needs)) {
      Capabilities lacking = unit.shift().capabilities().lacking(needs);
      return Optional.of(new Reason(Code.LACKS_CAPABILITY, lacking.value().size()));
    }
    if (unit.job().isPresent()) {
      return Optional.of(ON_A_JOB);
    }
    if (!unit.isAssignable()) {
      return Optional.of(UNAVAILABLE);
    }
    return quoted ? Optional.empty() : Optional.of(NO_ROUTE);
  }

  private static List<Candidate> candidates(Snapshot snapshot, List<Able> ranked) {
    List<Candidate> candidates = new ArrayList<>(ranked.size());
    for (Able each : ranked) {
      TravelQuote quote = each.quote();
      candidates.add(
          new Candidate(
              each.unit().id(),
              each.unit().version(),
              quote.driveMillis(),
              quote.estimated(),
              reasons(snapshot, each.unit(), quote, ranked.get(0).quote())));
    }
    return candidates;
  }

  private static List<Reason> reasons(
      Snapshot snapshot, ClinicalUnit unit, TravelQuote quote, TravelQuote first) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        quote.equals(first)
            ? CLOSEST
            : new Reason(
                Code.SLOWER_THAN_FIRST, (quote.driveMillis() - first.driveMillis()) / 1_000));
    reasons.add(new Reason(Code.CAPABLE, snapshot.needs().value().size()));
    if (quote.estimated()) {
      reasons.add(new Reason(Code.DRIVE_ESTIMATED, 0));
    }
    if (quote.fixAgeSeconds() > FIX_AGE_SECONDS_MAX) {
      reasons.add(new Reason(Code.POSITION_OLD, quote.fixAgeSeconds()));
    }
    Duration left = Duration.between(snapshot.now(), unit.shift().endsAt());
    if (left.compareTo(SHIFT_END_NEAR) < 0) {
      reasons.add(new Reason(Code.SHIFT_ENDS_SOON, Math.max(0, left.toSeconds())));
    }
    return reasons;
  }
}
