package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.policy.OpenCall;

/** The open incidents as a policy sees them. */
final class OpenCalls {
  private OpenCalls() {}

  /** All, in the order of their numbers. */
  static List<OpenCall> list(DispatchView view) {
    List<OpenCall> calls = new ArrayList<>();
    for (Incident incident : view.listIncidents()) {
      calls.add(of(view, incident));
    }
    return calls;
  }

  static OpenCall of(DispatchView view, Incident incident) {
    return new OpenCall(incident, ResponseNeeds.listUnmet(view, incident));
  }
}
