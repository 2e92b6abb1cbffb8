package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Reason.Code;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.TravelQuote;
import org.jspecify.annotations.Nullable;

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
    Capabilities asked = snapshot.needs();
    boolean met = true;
    int next = 0;
    for (ClinicalUnit unit : snapshot.units()) {
      Capabilities capabilities = unit.shift().capabilities();
      if (!capabilities.equals(asked)) {
        // Units of a kind are alike, and stand side by side.
        asked = capabilities;
        met = capabilities.meet(snapshot.needs());
      }
      int order = -1;
      while (next < quotes.size() && order < 0) {
        order = quotes.get(next).unit().compareTo(unit.id());
        next += order < 0 ? 1 : 0;
      }
      Reason obstacle = met ? obstacle(unit, order == 0) : lacking(unit, snapshot.needs());
      if (obstacle != null) {
        excluded.add(new Exclusion(unit.id(), obstacle));
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

  private static Reason lacking(ClinicalUnit unit, Capabilities needs) {
    Capabilities lacking = unit.shift().capabilities().lacking(needs);
    return new Reason(Code.LACKS_CAPABILITY, lacking.value().size());
  }

  private static @Nullable Reason obstacle(ClinicalUnit unit, boolean quoted) {
    if (unit.job().isPresent()) {
      return ON_A_JOB;
    }
    if (!unit.isAssignable()) {
      return UNAVAILABLE;
    }
    return quoted ? null : NO_ROUTE;
  }

  private static List<Candidate> candidates(Snapshot snapshot, List<Able> ranked) {
    List<Candidate> candidates = new ArrayList<>(ranked.size());
    Reason capable = new Reason(Code.CAPABLE, snapshot.needs().value().size());
    for (Able each : ranked) {
      TravelQuote quote = each.quote();
      Reason rank = rankOf(each, ranked.get(0));
      List<Reason> doubts = doubts(snapshot, each.unit(), quote);
      candidates.add(
          new Candidate(
              each.unit().id(),
              each.unit().version(),
              quote.driveMillis(),
              quote.estimated(),
              doubts.isEmpty() ? List.of(rank, capable) : joined(rank, capable, doubts)));
    }
    return candidates;
  }

  private static Reason rankOf(Able unit, Able first) {
    return unit.equals(first)
        ? CLOSEST
        : new Reason(
            Code.SLOWER_THAN_FIRST,
            (unit.quote().driveMillis() - first.quote().driveMillis()) / 1_000);
  }

  private static List<Reason> joined(Reason rank, Reason capable, List<Reason> doubts) {
    List<Reason> all = new ArrayList<>(List.of(rank, capable));
    all.addAll(doubts);
    return all;
  }

  /** What a person should know of a unit that could be sent; most often nothing. */
  private static List<Reason> doubts(Snapshot snapshot, ClinicalUnit unit, TravelQuote quote) {
    boolean old = quote.fixAgeSeconds() > FIX_AGE_SECONDS_MAX;
    boolean ends = unit.shift().endsAt().isBefore(snapshot.now().plus(SHIFT_END_NEAR));
    if (!quote.estimated() && !old && !ends) {
      return List.of();
    }
    List<Reason> doubts = new ArrayList<>();
    if (quote.estimated()) {
      doubts.add(new Reason(Code.DRIVE_ESTIMATED, 0));
    }
    if (old) {
      doubts.add(new Reason(Code.POSITION_OLD, quote.fixAgeSeconds()));
    }
    if (ends) {
      Duration left = Duration.between(snapshot.now(), unit.shift().endsAt());
      doubts.add(new Reason(Code.SHIFT_ENDS_SOON, Math.max(0, left.toSeconds())));
    }
    return doubts;
  }
}
