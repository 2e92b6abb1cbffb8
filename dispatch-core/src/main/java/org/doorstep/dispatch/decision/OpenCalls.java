package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.policy.area.OpenCall;
import org.doorstep.dispatch.policy.area.Situation;

/** The area as a policy sees it: units, and those open incidents to which drives are known. */
final class OpenCalls {
  private OpenCalls() {}

  static Situation situation(DispatchView view, AreaPicture picture, CommandHead head) {
    List<OpenCall> calls = new ArrayList<>(picture.others().size());
    for (OtherDrives other : picture.others()) {
      view.findIncident(other.incident()).map(open -> of(view, open)).ifPresent(calls::add);
    }
    return new Situation(view.listUnits(), calls, picture, head.at());
  }

  static OpenCall of(DispatchView view, Incident incident) {
    return new OpenCall(incident, ResponseNeeds.listUnmet(view, incident));
  }
}
