package org.doorstep.dispatch.shell.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.policy.area.AreaModel;

/**
 * Says when the units as a whole are to be looked at: when somebody has asked, and soon after units
 * have changed, but not more often than people can follow. Confined to the keeper's thread.
 */
public final class ReviewRounds {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AreaModels models;
  private final InstantSource clock;
  private List<ClinicalUnit> seen = List.of();
  private long answered;
  private Instant next = Instant.MIN;

  /** Rounds of one area. */
  public ReviewRounds(AreaModels models, InstantSource clock) {
    this.models = models;
    this.clock = clock;
  }

  /** The sequence that asked, 0 where nobody did, if a review is due. */
  public Optional<Long> findDue(DispatchView view) {
    if (models.current().equals(AreaModel.CLOSEST)) {
      return Optional.empty();
    }
    long asked = view.fleet().reviewAsked();
    if (asked != 0 && asked != answered) {
      return Optional.of(taken(view, asked));
    }
    boolean due = !clock.instant().isBefore(next) && !view.listUnits().equals(seen);
    return due && anybodyFree(view) ? Optional.of(taken(view, 0)) : Optional.empty();
  }

  private long taken(DispatchView view, long asked) {
    seen = view.listUnits();
    answered = asked == 0 ? answered : asked;
    next = clock.instant().plus(SOON);
    return asked;
  }

  private static boolean anybodyFree(DispatchView view) {
    return view.listUnits().stream().anyMatch(ClinicalUnit::isAssignable);
  }
}
