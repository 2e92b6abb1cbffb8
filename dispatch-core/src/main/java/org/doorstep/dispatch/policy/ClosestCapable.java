package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Reason.Code;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;

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

  private static final Comparator<TravelQuote> QUICKEST_FIRST =
      Comparator.comparingInt(TravelQuote::driveMillis).thenComparing(TravelQuote::unit);

  private ClosestCapable() {}

  /** Ranks the units of the snapshot; units without a quote are excluded, never guessed. */
  public static Ranking rank(Snapshot snapshot) {
    Map<UnitId, TravelQuote> quotes = new TreeMap<>();
    snapshot.quotes().forEach(quote -> quotes.put(quote.unit(), quote));
    Map<UnitId, ClinicalUnit> able = new TreeMap<>();
    List<TravelQuote> reachable = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>();
    for (ClinicalUnit unit : snapshot.units()) {
      Optional<TravelQuote> quote = Optional.ofNullable(quotes.get(unit.id()));
      Optional<Reason> obstacle = findObstacle(unit, snapshot.needs(), quote);
      if (obstacle.isPresent()) {
        excluded.add(new Exclusion(unit.id(), obstacle.get()));
      } else {
        able.put(unit.id(), unit);
        quote.ifPresent(reachable::add);
      }
    }
    reachable.sort(QUICKEST_FIRST);
    return new Ranking(NAME, candidates(snapshot, able, reachable), excluded);
  }

  private static Optional<Reason> findObstacle(
      ClinicalUnit unit, Capabilities needs, Optional<TravelQuote> quote) {
    Capabilities lacking = unit.shift().capabilities().lacking(needs);
    if (!lacking.value().isEmpty()) {
      return Optional.of(new Reason(Code.LACKS_CAPABILITY, lacking.value().size()));
    }
    if (unit.job().isPresent()) {
      return Optional.of(new Reason(Code.ON_A_JOB, 0));
    }
    if (!unit.isAssignable()) {
      return Optional.of(new Reason(Code.UNAVAILABLE, 0));
    }
    return quote.isPresent() ? Optional.empty() : Optional.of(new Reason(Code.NO_ROUTE, 0));
  }

  private static List<Candidate> candidates(
      Snapshot snapshot, Map<UnitId, ClinicalUnit> able, List<TravelQuote> ranked) {
    List<Candidate> candidates = new ArrayList<>();
    for (TravelQuote quote : ranked) {
      ClinicalUnit unit = able.get(quote.unit());
      if (unit == null) {
        throw new IllegalStateException(
            "The unit (%s) was quoted but is not able.".formatted(quote.unit().value()));
      }
      candidates.add(
          new Candidate(
              unit.id(),
              unit.version(),
              quote.driveMillis(),
              quote.estimated(),
              reasons(snapshot, unit, quote, ranked.get(0))));
    }
    return candidates;
  }

  private static List<Reason> reasons(
      Snapshot snapshot, ClinicalUnit unit, TravelQuote quote, TravelQuote first) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        quote.equals(first)
            ? new Reason(Code.CLOSEST, 0)
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
