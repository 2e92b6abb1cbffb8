package org.doorstep.dispatch.command;

import java.util.Optional;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.UnitId;

/** What somebody asks about the units as a whole: who stands where, who takes over from whom. */
public sealed interface FleetCommand extends Command
    permits FleetCommand.ExchangeUnits,
        FleetCommand.PostUnit,
        FleetCommand.RequestReview,
        FleetCommand.ReviewFleet {

  /** Calls the case for this command. */
  <R> R fold(FleetCases<R> cases);

  @Override
  default <R> R fold(Cases<R> cases) {
    return cases.fleet(this);
  }

  /** One answer for each kind of command about the units. */
  interface FleetCases<R> {
    R exchangeUnits(ExchangeUnits command);

    R postUnit(PostUnit command);

    R requestReview(RequestReview command);

    R reviewFleet(ReviewFleet command);
  }

  /** Lets one unit take over from another that is on its way; both in one decision. */
  record ExchangeUnits(
      CommandHead head,
      Exchange exchange,
      Optional<OverrideReason> overrideReason,
      ExchangeSeen saw)
      implements FleetCommand {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.exchangeUnits(this);
    }
  }

  /**
   * Has a free unit stand by somewhere. {@code review} is the number of the review that advised it,
   * if one did; {@code saw} is the unit's version on screen.
   */
  record PostUnit(CommandHead head, UnitId unit, String station, Optional<Long> review, long saw)
      implements FleetCommand {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.postUnit(this);
    }
  }

  /** Asks whether the units stand well and whether one should take over from another. */
  record RequestReview(CommandHead head) implements FleetCommand {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.requestReview(this);
    }
  }

  /**
   * Internal: the answer to a review that was asked for. {@code asked} is the sequence that asked;
   * {@code evidence} the SHA-256 of what has been stored behind it, in hexadecimal.
   */
  record ReviewFleet(CommandHead head, long asked, String evidence, AreaPicture picture)
      implements FleetCommand {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.reviewFleet(this);
    }
  }
}
