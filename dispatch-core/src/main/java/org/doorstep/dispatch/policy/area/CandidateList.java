package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Reason.Code;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.policy.area.Columns.State;

/**
 * Ranks the units for the first row of a solved table, and says in numbers why each stands where it
 * stands or is not there at all.
 *
 * <p>A unit's price is how much dearer the whole would be if it had to go there, everybody else
 * placed anew as well as can be. Ties go to the shorter drive, then to the lower call sign. A unit
 * that is likely to be free soon stands behind all that can be sent.
 */
final class CandidateList {
  private static final int FIX_AGE_SECONDS_MAX = 120;
  private static final Duration SHIFT_END_NEAR = Duration.ofMinutes(45);
  private static final double BREAK_NEAR_MINUTES = 30;
  private static final double PERCENT = 100;
  private static final double TEN_THOUSANDTHS = 10_000;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double WORKLOAD_SAID_MIN = 0.1;
  private static final int ASKED = 0;

  private final CostTable table;
  private final Rows rows;
  private final Columns units;
  private final StageLaws stages;
  private final Question question;
  private final List<TravelQuote> quoteOf;

  /** A unit in its place, with what decides it. */
  private record Ranked(int column, double price, int driveMillis, double freeInMinutes) {}

  CandidateList(CostTable table, Rows rows, Columns units, StageLaws stages, Question question) {
    this.table = table;
    this.rows = rows;
    this.units = units;
    this.stages = stages;
    this.question = question;
    this.quoteOf = question.quotes();
  }

  /** The best, at most {@link Recommendation#CANDIDATES_MAX}. */
  List<Candidate> list() {
    List<Ranked> ranked = rank();
    List<Candidate> candidates = new ArrayList<>();
    int most = Math.min(ranked.size(), Recommendation.CANDIDATES_MAX);
    int quickest = Integer.MAX_VALUE;
    for (Ranked each : ranked) {
      quickest = each.freeInMinutes() >= 0 ? quickest : Math.min(quickest, each.driveMillis());
    }
    for (int i = 0; i < most; i++) {
      candidates.add(candidate(ranked.get(i), ranked.get(0), quickest));
    }
    return candidates;
  }

  private List<Ranked> rank() {
    List<Ranked> ranked = new ArrayList<>();
    for (int column = 0; column < units.size(); column++) {
      double free = freeInMinutes(column);
      if (isSendable(column)) {
        ranked.add(
            new Ranked(column, table.price(ASKED, column), rows.driveMillis(ASKED, column), -1));
      } else if (free >= 0) {
        ranked.add(
            new Ranked(column, Double.POSITIVE_INFINITY, rows.driveMillis(ASKED, column), free));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::price)
            .thenComparingDouble(
                each -> Math.max(0, each.freeInMinutes()) * 60_000 + each.driveMillis())
            .thenComparingInt(Ranked::column));
    return ranked;
  }

  /** Free, or diverted as the rules allow. */
  private boolean isSendable(int column) {
    if (!table.isPossible(ASKED, column)) {
      return false;
    }
    return units.state(column) == State.FREE || table.allowsDivert(ASKED, column);
  }

  /** Negative where the unit is not at a destination, or cannot do what is needed. */
  private double freeInMinutes(int column) {
    boolean able =
        units.state(column) == State.BUSY
            && rows.driveMillis(ASKED, column) != Rows.NO_WAY
            && units.unit(column).shift().capabilities().meet(rows.row(ASKED).needs());
    return able
        ? units
            .unit(column)
            .job()
            .map(job -> stages.likelyFreeMinutes(job, question.situation().now()))
            .orElse(-1.0)
        : -1;
  }

  private Candidate candidate(Ranked each, Ranked first, int quickest) {
    ClinicalUnit unit = units.unit(each.column());
    TravelQuote quote = quote(unit);
    List<Reason> reasons = new ArrayList<>();
    addRank(reasons, each, first, quickest);
    reasons.add(new Reason(Code.CAPABLE, rows.row(ASKED).needs().value().size()));
    Optional<IncidentId> left = Optional.empty();
    if (units.state(each.column()) == State.UNDER_WAY) {
      int row = rows.rowOfUnderWay(each.column());
      left = Optional.of(rows.row(row).incident().id());
      reasons.add(new Reason(Code.DIVERTS, weighted(divertCost(row, each.column()))));
    }
    addCover(reasons, each.column());
    reasons.add(new Reason(Code.BUSY_FOR, busyMinutes(each)));
    addCrew(reasons, each.column());
    addDoubts(reasons, unit, quote);
    return new Candidate(
        unit.id(), unit.version(), each.driveMillis(), quote.estimated(), reasons, left);
  }

  private void addRank(List<Reason> reasons, Ranked each, Ranked first, int quickest) {
    if (each.freeInMinutes() >= 0) {
      reasons.add(new Reason(Code.FREE_SOON, weighted(each.freeInMinutes())));
      return;
    }
    boolean best = each.column() == first.column();
    if (best) {
      reasons.add(new Reason(Code.BEST, 0));
    } else {
      reasons.add(new Reason(Code.DEARER_THAN_FIRST, weighted(each.price() - first.price())));
    }
    if (each.driveMillis() == quickest) {
      reasons.add(new Reason(Code.CLOSEST, 0));
    } else if (each.driveMillis() > first.driveMillis()) {
      reasons.add(
          new Reason(Code.SLOWER_THAN_FIRST, (each.driveMillis() - first.driveMillis()) / 1_000));
    }
  }

  /** What the patient who loses the unit pays for it. */
  private double divertCost(int row, int column) {
    double kept = table.cost(row, column);
    int instead = table.columnOf(row);
    Rows.Row left = rows.row(row);
    double then =
        instead == CostTable.WAITS || instead == column
            ? left.curve().waitCost(left.waitedMinutes(), left.ruralExtra())
            : table.cost(row, instead);
    return Math.max(0, then - kept);
  }

  private void addCover(List<Reason> reasons, int column) {
    long lost = (long) (units.coverLost(column) * TEN_THOUSANDTHS);
    if (lost > 0) {
      reasons.add(new Reason(Code.COVER_LOST, lost));
    }
  }

  private long busyMinutes(Ranked each) {
    return (long) (stages.busyMinutes() + each.driveMillis() / 60_000.0);
  }

  private void addCrew(List<Reason> reasons, int column) {
    double busier = units.busier(column);
    if (busier >= WORKLOAD_SAID_MIN) {
      reasons.add(new Reason(Code.WORKLOAD, (long) (busier * PERCENT)));
    }
    double toBreak = units.minutesToBreak(column);
    if (toBreak <= BREAK_NEAR_MINUTES) {
      reasons.add(new Reason(Code.BREAK_DUE, (long) (toBreak * SECONDS_PER_MINUTE)));
    }
  }

  private void addDoubts(List<Reason> reasons, ClinicalUnit unit, TravelQuote quote) {
    Instant now = question.situation().now();
    if (quote.estimated()) {
      reasons.add(new Reason(Code.DRIVE_ESTIMATED, 0));
    }
    if (quote.fixAgeSeconds() > FIX_AGE_SECONDS_MAX) {
      reasons.add(new Reason(Code.POSITION_OLD, quote.fixAgeSeconds()));
    }
    if (unit.shift().endsAt().isBefore(now.plus(SHIFT_END_NEAR))) {
      long left = Duration.between(now, unit.shift().endsAt()).toSeconds();
      reasons.add(new Reason(Code.SHIFT_ENDS_SOON, Math.max(0, left)));
    }
  }

  private TravelQuote quote(ClinicalUnit unit) {
    for (TravelQuote quote : quoteOf) {
      if (quote.unit().equals(unit.id())) {
        return quote;
      }
    }
    throw new IllegalStateException(
        "The unit (%s) was ranked without a drive.".formatted(unit.id().value()));
  }

  /** Whoever cannot be sent, in the order of call signs, with the first thing in the way. */
  List<Exclusion> listExcluded() {
    List<Exclusion> excluded = new ArrayList<>();
    for (int column = 0; column < units.size(); column++) {
      if (!isSendable(column) && freeInMinutes(column) < 0) {
        excluded.add(new Exclusion(units.unit(column).id(), obstacle(column)));
      }
    }
    return excluded;
  }

  private Reason obstacle(int column) {
    ClinicalUnit unit = units.unit(column);
    int lacking = unit.shift().capabilities().lacking(rows.row(ASKED).needs()).value().size();
    if (lacking > 0) {
      return new Reason(Code.LACKS_CAPABILITY, lacking);
    }
    return switch (units.state(column)) {
      case UNAVAILABLE -> new Reason(Code.UNAVAILABLE, 0);
      case BUSY -> new Reason(Code.ON_A_JOB, 0);
      case UNDER_WAY ->
          rows.rowOfUnderWay(column) >= 0
              ? new Reason(Code.DIVERT_FORBIDDEN, 0)
              : new Reason(Code.ON_A_JOB, 0);
      case FREE -> new Reason(Code.NO_ROUTE, 0);
    };
  }

  private static long weighted(double minutes) {
    return (long) (minutes * SECONDS_PER_MINUTE);
  }
}
