package org.doorstep.simulator.host;

import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.LoggedEvent;

/**
 * The world around an area, as the area sees it: told of every event once it is durable, and given
 * the orders that follow. An order may come again after a crash, with the same id.
 *
 * <p>What it answers with a command must be given through the {@link AreaPort}; commands given from
 * inside these calls are decided after the call has returned, in their order.
 */
public interface Outside {
  /** An event is durable. Events come in the order of the log, each once. */
  void happened(LoggedEvent event);

  /** Find the drive times of units to an incident. */
  void askTravelTimes(AskTravelTimes order);

  /** Tell a crew of its job. */
  void notifyCrew(NotifyCrew order);
}
