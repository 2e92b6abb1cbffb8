package org.doorstep.dispatch.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Response;

/** Reads the unmet obligations off the state: nothing else has to be remembered for recovery. */
public final class Obligations {
  private Obligations() {}

  /** All that is owed to the world, in the order of incidents. */
  public static List<Effect> list(DispatchView view) {
    List<Effect> owed = new ArrayList<>();
    for (Incident incident : view.listIncidents()) {
      findQuestion(incident).ifPresent(owed::add);
      for (Job job : incident.response().jobs()) {
        findNotice(job).ifPresent(owed::add);
      }
    }
    return owed;
  }

  /** What is owed about one incident because of the event of that sequence. */
  public static List<Effect> causedBy(long sequence, Optional<Incident> incident) {
    if (incident.isEmpty()) {
      return List.of();
    }
    Response response = incident.get().response();
    List<Effect> owed = List.of();
    if (response.travelTimesAsked() == sequence) {
      owed = findQuestion(incident.get()).map(List::<Effect>of).orElse(List.of());
    }
    for (Job job : response.jobs()) {
      if (job.id().value() == sequence) {
        Optional<NotifyCrew> notice = findNotice(job);
        return notice.isEmpty() ? owed : with(owed, notice.get());
      }
    }
    return owed;
  }

  /** A unit is sent, and another is still to be found: both are owed because of one event. */
  private static List<Effect> with(List<Effect> owed, Effect more) {
    if (owed.isEmpty()) {
      return List.of(more);
    }
    List<Effect> all = new ArrayList<>(owed);
    all.add(more);
    return all;
  }

  private static Optional<AskTravelTimes> findQuestion(Incident incident) {
    long asked = incident.response().travelTimesAsked();
    return asked > 0 && incident.report().place().isPresent()
        ? Optional.of(new AskTravelTimes(new Effect.Id(asked, 0), incident.id()))
        : Optional.empty();
  }

  private static Optional<NotifyCrew> findNotice(Job job) {
    return job.stage() == JobStage.ALLOCATED
        ? Optional.of(
            new NotifyCrew(
                new Effect.Id(job.id().value(), 1), job.unit(), job.incident(), job.id()))
        : Optional.empty();
  }
}
