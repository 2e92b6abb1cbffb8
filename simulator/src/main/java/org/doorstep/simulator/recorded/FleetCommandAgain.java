package org.doorstep.simulator.recorded;

import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.FleetEvent.FleetCases;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.ReviewAsked;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.model.ClinicalUnit;

/** The command about the units as a whole whose event this is. */
record FleetCommandAgain(
    CommandHead head, DispatchView view, Function<String, StoredEvidence> evidence)
    implements FleetCases<Command> {

  @Override
  public Command reviewAsked(ReviewAsked event) {
    return new RequestReview(head);
  }

  @Override
  public Command fleetReviewed(FleetReviewed event) {
    // Its own time may lie before the log's, which never goes back.
    CommandHead own = new CommandHead(head.id(), head.area(), head.actor(), event.review().at());
    return new ReviewFleet(
        own,
        view.fleet().reviewAsked(),
        event.review().basis().evidence(),
        evidence.apply(event.review().basis().evidence()).picture());
  }

  @Override
  public Command unitPosted(UnitPosted event) {
    return new PostUnit(
        head,
        event.unit(),
        event.station(),
        event.review(),
        view.findUnit(event.unit()).map(ClinicalUnit::version).orElse(1L));
  }
}
