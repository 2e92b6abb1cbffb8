package org.doorstep.dispatch.effect;

import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.UnitId;

/**
 * An order to the world that follows from state: an obligation until it is met.
 *
 * <p>Issued once its cause is durable, and again by whoever recovers the area; receivers tell a
 * repeat by the id.
 */
public sealed interface Effect {

  /** Calls the case for this effect. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of effect. */
  interface Cases<R> {
    R sendReply(SendReply effect);

    R askTravelTimes(AskTravelTimes effect);

    R notifyCrew(NotifyCrew effect);
  }

  /**
   * Which obligation this is.
   *
   * @param sequence the event that caused it
   * @param index its place among the effects of that event, from 0
   */
  record Id(long sequence, int index) {}

  /** Answer whoever gave the command; the command's id is the effect's identity. */
  record SendReply(Reply reply) implements Effect {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sendReply(this);
    }
  }

  /** Find drive times of the units on shift to an incident; met by {@code RecommendUnits}. */
  record AskTravelTimes(Id id, IncidentId incident) implements Effect {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.askTravelTimes(this);
    }
  }

  /** Tell a crew of its job; met when the job is past {@code ALLOCATED}. */
  record NotifyCrew(Id id, UnitId unit, IncidentId incident, JobId job) implements Effect {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.notifyCrew(this);
    }
  }
}
