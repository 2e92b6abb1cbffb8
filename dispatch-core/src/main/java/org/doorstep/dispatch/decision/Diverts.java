package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.policy.area.DispatchPolicy;

/** Lets a unit leave one incident for another, and says when it may not. */
final class Diverts {
  private Diverts() {}

  /** Why the unit that was named may not leave where it is going. */
  static Optional<Rejection> findRefusal(
      DispatchView view,
      DispatchPolicy policy,
      Incident incident,
      ClinicalUnit unit,
      AssignUnit command) {
    Optional<Job> job =
        unit.job().filter(has -> command.divertsFrom().filter(has.incident()::equals).isPresent());
    if (job.isEmpty() || job.get().incident().equals(incident.id())) {
      return Optional.of(Rejection.DIVERT_UNSEEN);
    }
    if (job.get().stage().hasReachedScene()) {
      return Optional.of(Rejection.SCENE_REACHED);
    }
    boolean allowed =
        command.overrideReason().isPresent()
            || view.findIncident(job.get().incident())
                .filter(left -> policy.allowsDivert(left, incident))
                .isPresent();
    return allowed ? Optional.empty() : Optional.of(Rejection.DIVERT_FORBIDDEN);
  }

  /** The unit leaves an incident on the way to it. */
  static List<DispatchEvent> leave(
      DispatchView view, IncidentId left, UnitId unit, JobEndReason reason) {
    UnitStoodDown stoodDown = new UnitStoodDown(left, unit, reason);
    return view.findIncident(left)
        .map(incident -> ended(view, incident, stoodDown))
        .orElse(List.of(stoodDown));
  }

  /**
   * What follows when a unit does not come. Where another crew was there, has left, and nobody is
   * owed anything, it was the last that kept the incident open; else the incident waits again.
   */
  static List<DispatchEvent> ended(DispatchView view, Incident incident, DispatchEvent event) {
    boolean last = incident.response().attended() && incident.response().jobs().size() == 1;
    return last && Consequences.findObstacle(view.listPatients(incident.id())).isEmpty()
        ? List.of(event, new IncidentClosed(incident.id(), CloseReason.CREWS_CLEAR))
        : List.of(event);
  }
}
