package org.doorstep.dispatch.decision;

import java.util.Optional;
import org.doorstep.dispatch.command.Command.AcknowledgeEmergency;
import org.doorstep.dispatch.command.Command.EndEmergency;
import org.doorstep.dispatch.command.Command.RaiseEmergency;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyAcknowledged;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyEnded;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyRaised;
import org.doorstep.dispatch.model.Emergency;

/** Decides about crews that call for urgent help. */
final class EmergencyDecider {
  private EmergencyDecider() {}

  static Decision raise(DispatchView view, RaiseEmergency command) {
    if (view.findUnit(command.unit()).isEmpty()) {
      return Decision.reject(Rejection.UNIT_UNKNOWN);
    }
    return view.findEmergency(command.unit()).isPresent()
        ? Decision.reject(Rejection.EMERGENCY_RAISED)
        : Decision.accept(new EmergencyRaised(command.unit()));
  }

  static Decision acknowledge(DispatchView view, AcknowledgeEmergency command) {
    Optional<Emergency> raised = view.findEmergency(command.unit());
    if (raised.isEmpty()) {
      return Decision.reject(Rejection.EMERGENCY_UNKNOWN);
    }
    return raised.get().acknowledgedBy().isPresent()
        ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
        : Decision.accept(new EmergencyAcknowledged(command.unit()));
  }

  static Decision end(DispatchView view, EndEmergency command) {
    return view.findEmergency(command.unit()).isEmpty()
        ? Decision.reject(Rejection.EMERGENCY_UNKNOWN)
        : Decision.accept(new EmergencyEnded(command.unit()));
  }
}
