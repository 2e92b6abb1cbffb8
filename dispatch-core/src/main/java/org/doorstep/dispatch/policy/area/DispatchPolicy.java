package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.FleetReview.FleetAdvice;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.policy.ClosestCapable;
import org.doorstep.dispatch.policy.Ranking;
import org.doorstep.dispatch.policy.Snapshot;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.urgency.DivertPath;
import org.doorstep.dispatch.policy.urgency.MoveRules;

/**
 * How an area decides who is sent, by its model. The same question gets the same answer, whatever
 * was asked before; what is kept between questions is room to work in. Confined to one thread.
 */
public final class DispatchPolicy {
  /** Name and version, as recorded with every recommendation. */
  public static final String NAME = "doorstep/1";

  private final AreaModel model;
  private final Optional<Weigher> weigher;

  /** A policy that decides by a model. */
  public DispatchPolicy(AreaModel model) {
    this.model = model;
    this.weigher = model.weighing().map(each -> new Weigher(model.hash(), each));
  }

  /** The hash of the model. */
  public String hash() {
    return model.hash();
  }

  /** What is weighed; empty: whoever is closest is sent. */
  public Optional<Weighing> weighing() {
    return model.weighing();
  }

  /** Who should be sent. */
  public Recommended recommend(Question question) {
    if (weigher.isEmpty()) {
      return new Recommended(closest(question), Optional.empty());
    }
    return weigher.get().recommend(question);
  }

  /** Whoever is closest: the list to fall back to. */
  public static Ranking closest(Question question) {
    return ClosestCapable.rank(
        new Snapshot(
            question.asked().needsNext(),
            question.situation().units(),
            question.quotes(),
            question.situation().now()));
  }

  /** Whether a unit may leave one incident for another, as far as the levels of both go. */
  public boolean allowsDivert(Incident left, Incident gained) {
    int from = left.triage().category().level();
    int to = gained.triage().category().level();
    if (weighing().isEmpty()) {
      return to < from;
    }
    List<DivertPath> paths = weighing().get().rules().reassignment().divert().paths();
    return left.response().lost() < weighing().get().rules().reassignment().divert().lostUnitMax()
        && paths.stream().anyMatch(path -> path.fromLevel() == from && path.toLevel() == to);
  }

  /** Whether a crew, or the area, has been moved as often as the rules let it be. */
  public boolean hasMovedEnough(FleetWatch watch, ClinicalUnit unit, Instant now) {
    if (weighing().isEmpty()) {
      return false;
    }
    MoveRules moves = weighing().get().rules().moves();
    return unit.duty().moves() >= moves.perCrewTwelveHoursMax()
        || movesOfLastHour(watch, now) >= moves.perAreaHourMax();
  }

  /** What could be done better with the units as they are. */
  public ReviewedFleet review(Situation situation, FleetWatch watch) {
    return weigher
        .map(each -> each.review(situation, watch))
        .orElseGet(() -> new ReviewedFleet(ClosestCapable.NAME, 0, FleetAdvice.NONE));
  }

  static int movesOfLastHour(FleetWatch watch, Instant now) {
    int moves = 0;
    for (Instant move : watch.moves()) {
      moves += move.isAfter(now.minus(Duration.ofHours(1))) ? 1 : 0;
    }
    return moves;
  }
}
