package org.doorstep.dispatch.engine;

import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Assigner;

/** What was decided, told by two events in a row. */
final class Decided {
  private Decided() {}

  static String name(LoggedEvent before, LoggedEvent after) {
    boolean together = before.command().equals(after.command());
    if (together
        && before.event() instanceof UnitStoodDown
        && after.event() instanceof UnitAssigned) {
      return "divert";
    }
    if (together
        && before.event() instanceof UnitAssigned
        && after.event() instanceof UnitStoodDown) {
      return "exchange";
    }
    boolean automatic =
        after.event() instanceof UnitAssigned sent
            && sent.by().filter(Assigner.AREA_RULE::equals).isPresent();
    return automatic ? "automatic" : after.event().getClass().getSimpleName();
  }
}
