package org.doorstep.simulator.host;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.effect.Effect.SendReply;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.policy.area.AreaModel;

/**
 * An area whose log never fails: a command is decided, durable, told and answered at one moment.
 * One thread.
 */
public final class VirtualArea implements AreaPort {
  private final AreaEngine engine;
  private final Outside outside;
  private final ArrayDeque<Given> queue = new ArrayDeque<>();
  private boolean busy;

  private record Given(Command command, Consumer<Reply> answer) {}

  /** An area in which nothing has happened yet. */
  public VirtualArea(AreaId area, Outside outside) {
    this(AreaSnapshot.empty(area), outside);
  }

  /** An area that goes on from a snapshot. */
  public VirtualArea(AreaSnapshot snapshot, Outside outside) {
    this(snapshot, outside, AreaModel.CLOSEST);
  }

  /** An area that goes on from a snapshot and decides by a model. */
  public VirtualArea(AreaSnapshot snapshot, Outside outside, AreaModel model) {
    this.engine = new AreaEngine(new AreaState(snapshot), model);
    this.outside = outside;
  }

  @Override
  public void give(Command command, Consumer<Reply> answer) {
    if (busy) {
      queue.add(new Given(command, answer));
      return;
    }
    busy = true;
    try {
      decide(command, answer);
      Given next = queue.poll();
      while (next != null) {
        decide(next.command(), next.answer());
        next = queue.poll();
      }
    } finally {
      busy = false;
    }
  }

  @Override
  public DispatchView board() {
    return engine.view();
  }

  /** The state as a value. */
  public AreaSnapshot snapshot() {
    return engine.snapshot();
  }

  private void decide(Command command, Consumer<Reply> answer) {
    Offered offered = engine.offer(command);
    List<Effect> effects = engine.durable(engine.sequence());
    for (LoggedEvent event : offered.events()) {
      outside.happened(event);
    }
    for (Effect effect : effects) {
      release(effect, answer);
    }
  }

  private void release(Effect effect, Consumer<Reply> answer) {
    if (effect instanceof SendReply reply) {
      answer.accept(reply.reply());
    } else if (effect instanceof AskTravelTimes order) {
      outside.askTravelTimes(order);
    } else if (effect instanceof NotifyCrew order) {
      outside.notifyCrew(order);
    }
  }
}
