package org.doorstep.simulator.recorded;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;

/**
 * Commands whose first event does not say which command it was: a diversion begins like a unit that
 * is stood down, an exchange like one that is sent.
 */
record SeveralEvents(CommandHead head, DispatchView view) {

  /**
   * The command, if the events are those of a diversion, an exchange, or a call that has led to
   * another category.
   */
  Optional<Command> find(List<LoggedEvent> logged) {
    if (logged.size() < 2) {
      return Optional.empty();
    }
    var first = logged.get(0).event();
    var last = logged.get(logged.size() - 1).event();
    if (first instanceof HubEvent said
        && logged.get(1).event() instanceof IncidentRecategorised changed) {
      return Optional.of(
          said.fold(new HubCommandAgain(head, view, Optional.of(changed.category()))));
    }
    if (first instanceof UnitStoodDown left && last instanceof UnitAssigned sent) {
      return Optional.of(divert(left, sent));
    }
    if (first instanceof UnitAssigned comes
        && logged.get(1).event() instanceof UnitStoodDown leaves) {
      Optional<IncidentId> onto =
          logged.size() > 2 && last instanceof UnitAssigned sent
              ? Optional.of(sent.incident())
              : Optional.empty();
      return Optional.of(exchange(comes, leaves, onto));
    }
    return Optional.empty();
  }

  private Command divert(UnitStoodDown left, UnitAssigned sent) {
    return new AssignUnit(
        head,
        sent.incident(),
        sent.unit(),
        sent.recommendation(),
        sent.override(),
        new Seen(version(sent.incident()), version(sent.unit())),
        Optional.of(left.incident()));
  }

  private Command exchange(UnitAssigned comes, UnitStoodDown leaves, Optional<IncidentId> onto) {
    return new ExchangeUnits(
        head,
        new Exchange(leaves.incident(), leaves.unit(), comes.unit(), onto),
        comes.override(),
        new ExchangeSeen(
            version(leaves.incident()),
            version(leaves.unit()),
            version(comes.unit()),
            onto.map(this::version)));
  }

  private long version(IncidentId incident) {
    return view.findIncident(incident).map(Incident::version).orElse(1L);
  }

  private long version(UnitId unit) {
    return view.findUnit(unit).map(ClinicalUnit::version).orElse(1L);
  }
}
