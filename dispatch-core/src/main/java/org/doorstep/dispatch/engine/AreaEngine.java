package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.Consequences;
import org.doorstep.dispatch.decision.Deciders;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Obligations;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.DispatchPolicy;

/**
 * The state machine of one area: decides, evolves, and withholds every effect until its cause is
 * durable. Confined to one thread; without I/O, clock and chance.
 *
 * <p>{@link #offer} runs ahead of the disk, {@link #durable} lets go of what the disk has. When an
 * append fails or its fate is unknown, the engine is thrown away and built anew from the log.
 */
public final class AreaEngine {
  private final AreaState state;
  private DispatchPolicy policy;
  private final ArrayDeque<Withheld> withheld = new ArrayDeque<>();

  /** An engine that goes on from the state and sends whoever is closest. */
  public AreaEngine(AreaState state) {
    this(state, AreaModel.CLOSEST);
  }

  /** An engine that goes on from the state and decides by a model. */
  public AreaEngine(AreaState state, AreaModel model) {
    this.state = state;
    policy = new DispatchPolicy(model);
  }

  /** Decides by another model from the next command on: rules or roads have changed. */
  public void adopt(AreaModel model) {
    policy = new DispatchPolicy(model);
  }

  /** The state, to read. */
  public DispatchView view() {
    return state;
  }

  /** The last event decided here, durable or not. */
  public long sequence() {
    return state.sequence();
  }

  /** The state as a value; only of use when all that was offered is durable. */
  public AreaSnapshot snapshot() {
    return state.snapshot();
  }

  /** Decides a command and evolves; the effects wait for {@link #durable}. */
  public Offered offer(Command command) {
    Instant at = later(command.head().at(), state.at());
    return Deciders.decide(state, policy, command)
        .fold(
            events -> accept(command, at, events),
            rejection ->
                offered(
                    List.of(),
                    new Reply(
                        command.head().id(),
                        state.sequence(),
                        at,
                        Optional.empty(),
                        Optional.of(rejection))));
  }

  /**
   * Releases the effects of everything up to and including an event, in the order of their causes.
   *
   * @param sequence the last event that the log has; also releases replies to refusals decided by
   *     then
   */
  public List<Effect> durable(long sequence) {
    Withheld only = withheld.peekFirst();
    if (withheld.size() == 1 && only != null && only.until() <= sequence) {
      withheld.clear();
      return only.effects();
    }
    List<Effect> released = new ArrayList<>();
    while (!withheld.isEmpty() && withheld.getFirst().until() <= sequence) {
      released.addAll(withheld.removeFirst().effects());
    }
    return released;
  }

  /** What a recovered area owes the world. */
  public List<Effect> obligations() {
    return Obligations.list(state);
  }

  private Offered accept(Command command, Instant at, List<DispatchEvent> events) {
    if (events.size() > 1) {
      return acceptAll(command, at, events);
    }
    LoggedEvent only = log(command, at, events.get(0));
    List<DispatchEvent> follow = consequences(state.touched());
    return offered(
        follow.isEmpty() ? List.of(only) : with(only, command, at, follow),
        reply(command, at, only.event()));
  }

  private List<LoggedEvent> with(
      LoggedEvent first, Command command, Instant at, List<DispatchEvent> follow) {
    List<LoggedEvent> logged = new ArrayList<>(List.of(first));
    follow.forEach(event -> logged.add(log(command, at, event)));
    return logged;
  }

  /** Only when all that was decided has happened: an offer that ends is followed by the next. */
  private Offered acceptAll(Command command, Instant at, List<DispatchEvent> events) {
    List<LoggedEvent> logged = new ArrayList<>(events.size());
    TreeSet<IncidentId> touched = new TreeSet<>();
    for (DispatchEvent event : events) {
      logged.add(log(command, at, event));
      touched.addAll(state.touched());
    }
    consequences(touched).forEach(event -> logged.add(log(command, at, event)));
    return offered(logged, reply(command, at, events.get(0)));
  }

  private Reply reply(Command command, Instant at, DispatchEvent first) {
    Optional<IncidentId> opened =
        first instanceof IncidentOpened incident
            ? Optional.of(incident.incident())
            : Optional.empty();
    return new Reply(command.head().id(), state.sequence(), at, opened, Optional.empty());
  }

  /** A decision touches few incidents, and what follows ends them: no chain. */
  private List<DispatchEvent> consequences(Collection<IncidentId> touched) {
    List<DispatchEvent> follow = List.of();
    for (IncidentId id : touched) {
      Optional<DispatchEvent> next = Consequences.find(state, id);
      if (next.isPresent()) {
        follow = follow.isEmpty() ? new ArrayList<>() : follow;
        follow.add(next.get());
      }
    }
    return follow;
  }

  private LoggedEvent log(Command command, Instant at, DispatchEvent event) {
    LoggedEvent next =
        new LoggedEvent(
            state.area(),
            state.sequence() + 1,
            at,
            command.head().actor(),
            command.head().id(),
            event);
    state.evolve(next);
    withhold(next.sequence(), obligationsOf(next.sequence()));
    return next;
  }

  private Offered offered(List<LoggedEvent> events, Reply reply) {
    withhold(reply.sequence(), List.of(new Effect.SendReply(reply)));
    return new Offered(events, reply);
  }

  private void withhold(long until, List<Effect> effects) {
    if (!effects.isEmpty()) {
      withheld.add(new Withheld(until, effects));
    }
  }

  /** One event can concern several incidents: a unit that becomes free is news to all who wait. */
  private List<Effect> obligationsOf(long sequence) {
    List<Effect> effects = List.of();
    for (IncidentId id : state.touched()) {
      List<Effect> more = Obligations.causedBy(sequence, state.findIncident(id));
      if (effects.isEmpty()) {
        effects = more;
      } else if (!more.isEmpty()) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        effects = all;
      }
    }
    return effects;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  private record Withheld(long until, List<Effect> effects) {}
}
