package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;

/**
 * What an incident still lacks: the first unit has its needs to meet, and whatever else has to be
 * there may come with the same unit or with another.
 */
public final class ResponseNeeds {
  private ResponseNeeds() {}

  /** What none of the units on it can do, in the order in which it is sent. */
  public static List<Capabilities> listUnmet(DispatchView view, Incident incident) {
    if (incident.isBookedAhead()) {
      return List.of();
    }
    if (incident.triage().further().isEmpty()) {
      return incident.isWaiting() ? List.of(incident.triage().needs()) : List.of();
    }
    List<Capabilities> unmet = new ArrayList<>();
    if (!isMet(view, incident, incident.triage().needs())) {
      unmet.add(incident.triage().needs());
    }
    for (Capabilities part : incident.triage().further()) {
      if (!isMet(view, incident, part)) {
        unmet.add(part);
      }
    }
    return unmet;
  }

  /** What the next unit has to be able to do; where nothing is lacking, what the first had to. */
  public static Capabilities ofNext(DispatchView view, Incident incident) {
    List<Capabilities> unmet = listUnmet(view, incident);
    return unmet.isEmpty() ? incident.triage().needs() : unmet.get(0);
  }

  private static boolean isMet(DispatchView view, Incident incident, Capabilities part) {
    // Without any crew nothing is met, whoever was there before.
    boolean wasMet =
        !incident.isWaiting()
            && incident.response().reachedWith().stream().anyMatch(able -> able.meet(part));
    if (wasMet) {
      return true;
    }
    for (Job job : incident.response().jobs()) {
      boolean meets =
          view.findUnit(job.unit())
              .filter(unit -> unit.shift().capabilities().meet(part))
              .isPresent();
      if (meets) {
        return true;
      }
    }
    return false;
  }
}
