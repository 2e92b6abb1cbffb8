package org.doorstep.dispatch.decision;

import java.util.function.Function;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeAvailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeUnavailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.UnitId;

/** Decides about shifts and availability of units. */
final class UnitDecider {
  private UnitDecider() {}

  static Decision signOn(DispatchView view, SignOnUnit command) {
    if (view.findUnit(command.unit()).isPresent()) {
      return Decision.reject(Rejection.UNIT_ALREADY_SIGNED_ON);
    }
    return Decision.accept(new UnitSignedOn(command.unit(), command.shift()));
  }

  static Decision signOff(DispatchView view, SignOffUnit command) {
    return onShift(
        view,
        command.unit(),
        unit ->
            unit.job().isPresent()
                ? Decision.reject(Rejection.UNIT_ON_JOB)
                : Decision.accept(new UnitSignedOff(unit.id())));
  }

  static Decision makeUnavailable(DispatchView view, MakeUnitUnavailable command) {
    return onShift(
        view,
        command.unit(),
        unit -> {
          if (unit.job().isPresent()) {
            return Decision.reject(Rejection.UNIT_ON_JOB);
          }
          return unit.unavailable().filter(command.reason()::equals).isPresent()
              ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
              : Decision.accept(new UnitMadeUnavailable(unit.id(), command.reason()));
        });
  }

  static Decision makeAvailable(DispatchView view, MakeUnitAvailable command) {
    return onShift(
        view,
        command.unit(),
        unit ->
            unit.unavailable().isEmpty()
                ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
                : Decision.accept(new UnitMadeAvailable(unit.id())));
  }

  private static Decision onShift(
      DispatchView view, UnitId id, Function<ClinicalUnit, Decision> then) {
    return view.findUnit(id).map(then).orElseGet(() -> Decision.reject(Rejection.UNIT_UNKNOWN));
  }
}
