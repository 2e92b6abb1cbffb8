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

/** Reads the unmet obligations off the state: nothing else has to be remembered for recovery. */
public final class Obligations {
  private Obligations() {}

  /** All that is owed to the world, in the order of incidents. */
  public static List<Effect> list(DispatchView view) {
    return view.listIncidents().stream().flatMap(incident -> of(incident).stream()).toList();
  }

  /** What is owed about one incident because of the event of that sequence. */
  public static List<Effect> causedBy(long sequence, Optional<Incident> incident) {
    return incident.stream()
        .flatMap(changed -> of(changed).stream())
        .filter(effect -> effect.fold(new CausedBy(sequence)))
        .toList();
  }

  private static List<Effect> of(Incident incident) {
    List<Effect> effects = new ArrayList<>();
    long asked = incident.response().travelTimesAsked();
    if (asked > 0 && incident.report().place().isPresent()) {
      effects.add(new AskTravelTimes(new Effect.Id(asked, 0), incident.id()));
    }
    for (Job job : incident.response().jobs()) {
      if (job.stage() == JobStage.ALLOCATED) {
        effects.add(
            new NotifyCrew(
                new Effect.Id(job.id().value(), 1), job.unit(), incident.id(), job.id()));
      }
    }
    return effects;
  }

  private record CausedBy(long sequence) implements Effect.Cases<Boolean> {
    @Override
    public Boolean sendReply(Effect.SendReply effect) {
      return false;
    }

    @Override
    public Boolean askTravelTimes(AskTravelTimes effect) {
      return effect.id().sequence() == sequence;
    }

    @Override
    public Boolean notifyCrew(NotifyCrew effect) {
      return effect.id().sequence() == sequence;
    }
  }
}
