package org.doorstep.server.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;

/**
 * The other side of diverts and exchanges: each is one command with events of two incidents, or of
 * two units, and the history of one of them tells half of it.
 */
final class SwapFacts {
  private final List<LoggedEvent> events;

  SwapFacts(List<LoggedEvent> events) {
    this.events = List.copyOf(events);
  }

  /** The incident that the unit has left for this one. */
  Optional<IncidentId> findLeft(Optional<CommandId> command, UnitAssigned sent) {
    return stoodDown(command, each -> each.unit().equals(sent.unit())).map(UnitStoodDown::incident);
  }

  /** The unit that this one has taken over from. */
  Optional<UnitId> findReplaced(Optional<CommandId> command, UnitAssigned sent) {
    return stoodDown(command, each -> each.incident().equals(sent.incident()))
        .map(UnitStoodDown::unit);
  }

  /** The incident that the unit was sent to instead. */
  Optional<IncidentId> findNext(Optional<CommandId> command, UnitStoodDown left) {
    return assigned(command, each -> each.unit().equals(left.unit())).map(UnitAssigned::incident);
  }

  /** The unit that has taken over from this one. */
  Optional<UnitId> findReplacement(Optional<CommandId> command, UnitStoodDown left) {
    return assigned(command, each -> each.incident().equals(left.incident()))
        .map(UnitAssigned::unit);
  }

  private Optional<UnitStoodDown> stoodDown(
      Optional<CommandId> command, Predicate<UnitStoodDown> wanted) {
    return of(command, UnitStoodDown.class).filter(wanted).findFirst();
  }

  private Optional<UnitAssigned> assigned(
      Optional<CommandId> command, Predicate<UnitAssigned> wanted) {
    return of(command, UnitAssigned.class).filter(wanted).findFirst();
  }

  private <E> Stream<E> of(Optional<CommandId> command, Class<E> kind) {
    return events.stream()
        .filter(each -> command.filter(each.command()::equals).isPresent())
        .map(LoggedEvent::event)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
