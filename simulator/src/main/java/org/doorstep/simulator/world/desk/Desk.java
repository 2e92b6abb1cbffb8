package org.doorstep.simulator.world.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.simulator.scenario.DeskRules;
import org.doorstep.simulator.scenario.LevelRule;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.crew.Crews;
import org.doorstep.simulator.world.demand.Call;

/**
 * The desk: sends by the engine's recommendation, the most urgent first, and keeps a reserve back
 * from the less urgent. It diverts nobody. Confined to one thread.
 *
 * <p>The area's question for drive times is answered when somebody could be sent, with the drives
 * of those units: until then the answer would only say that nobody can. Whatever is refused is
 * looked at again.
 */
public final class Desk {
  private static final Actor TRAVEL = Actor.system("travel");
  private static final Actor DISPATCHER = Actor.user("desk");
  private static final String NO_EVIDENCE = "0".repeat(64);
  private static final double PERCENT = 100;
  private static final double MINUTE_MILLIS = 60_000;
  private static final long LOOK_AGAIN_MILLIS = 5_000;
  private static final long PATIENCE_MILLIS = 30_000;

  private final AreaLine area;
  private final Crews crews;
  private final DeskRules rules;
  private final TreeSet<Waiting> queue = new TreeSet<>();

  /** Only looked up: where the area's question goes, and which it was. */
  private final Map<IncidentId, Asked> asked = new HashMap<>();

  private long places;
  private boolean looking;
  private boolean lookAgain;

  /** The latest question for drive times of an incident: 0 when it has been answered. */
  private static final class Asked {
    private long sequence;
    private Optional<Waiting> waits = Optional.empty();
  }

  /** The desk of one world. */
  public Desk(AreaLine area, Crews crews, DeskRules rules) {
    this.area = area;
    this.crews = crews;
    this.rules = rules;
  }

  /** An incident has been opened and needs units. */
  public void opened(IncidentId incident, Call call) {
    enqueue(incident, call, ResponsePlan.needs(call.category()));
    boolean second =
        call.category() == Category.C1
            && call.draws().second() < rules.secondUnitPercent() / PERCENT;
    if (second) {
      enqueue(incident, call, ResponsePlan.needs(call.category()));
    }
  }

  /** The crew with a patient cannot take them along: another has to. */
  public void transportNeeded(IncidentId incident, Call call) {
    if (!isWaiting(incident)) {
      enqueue(incident, call, Capabilities.of(Capability.CONVEYANCE));
    }
  }

  private boolean isWaiting(IncidentId incident) {
    return queue.stream().anyMatch(each -> each.incident().equals(incident));
  }

  /** An incident is off the board. */
  public void closed(IncidentId incident) {
    asked.remove(incident);
    queue.removeIf(each -> each.incident().equals(incident));
  }

  /** The area asks for drive times. */
  public void asked(AskTravelTimes order) {
    Asked question = asked.computeIfAbsent(order.incident(), id -> new Asked());
    question.sequence = Math.max(question.sequence, order.id().sequence());
    question
        .waits
        .filter(waiting -> waiting.step() == Waiting.Step.ASKS)
        .ifPresent(waiting -> waiting.waitUntil(area.now()));
    question.waits = Optional.empty();
    look();
  }

  /** Something has changed: whoever can be sent is sent. */
  public void look() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    try {
      do {
        lookAgain = false;
        lookOnce();
      } while (lookAgain);
    } finally {
      looking = false;
    }
  }

  private void enqueue(IncidentId incident, Call call, Capabilities needs) {
    LevelRule rule = rules.level(call.category().level());
    long behind = (long) (rule.behindMinutes() * MINUTE_MILLIS);
    long ready = area.now() + rule.decision().millis(call.draws().desk());
    queue.add(
        new Waiting(
            incident,
            call,
            needs,
            new Waiting.Order(rule.queue(), area.now() + behind, places++),
            ready));
    area.at(ready, this::look);
  }

  private void lookOnce() {
    List<Crew> sendable = new ArrayList<>();
    int onDuty = 0;
    int free = 0;
    for (Crew crew : crews.list()) {
      if (crew.conveys() && crew.isOnDuty()) {
        onDuty++;
      }
      if (crew.isSendable()) {
        sendable.add(crew);
        free += crew.conveys() ? 1 : 0;
      }
    }
    if (sendable.isEmpty()) {
      return;
    }
    for (Waiting waiting : queue) {
      if (waiting.step() != Waiting.Step.WAITS || area.now() < waiting.readyAt()) {
        continue;
      }
      LevelRule rule = rules.level(waiting.level());
      boolean reserved = free <= rule.reservePercent() / PERCENT * onDuty;
      List<Crew> able = able(waiting, sendable, reserved);
      if (!able.isEmpty()) {
        // What follows changes the queue: it is looked at from the beginning.
        lookAgain = true;
        send(waiting, able);
        return;
      }
    }
  }

  private static List<Crew> able(Waiting waiting, List<Crew> sendable, boolean reserved) {
    List<Crew> able = new ArrayList<>();
    for (Crew crew : sendable) {
      boolean keptBack = reserved && crew.conveys();
      if (!keptBack && crew.goesTo(waiting.level()) && crew.capabilities().meet(waiting.needs())) {
        able.add(crew);
      }
    }
    return able;
  }

  private void send(Waiting waiting, List<Crew> able) {
    Asked question = asked.computeIfAbsent(waiting.incident(), id -> new Asked());
    if (question.sequence == 0) {
      waiting.step(Waiting.Step.ASKS);
      question.waits = Optional.of(waiting);
      area.give(
          DISPATCHER,
          head -> new RequestRecommendation(head, waiting.incident()),
          reply -> requested(waiting, reply));
      area.after(PATIENCE_MILLIS, () -> askAgain(waiting));
      return;
    }
    boolean blueLight = ResponsePlan.isBlueLight(waiting.call().category());
    Quotes quotes = Quotes.of(able, waiting.call().place(), blueLight, area.now());
    if (quotes.first().isEmpty()) {
      waiting.waitUntil(area.now() + LOOK_AGAIN_MILLIS);
      area.after(LOOK_AGAIN_MILLIS, this::look);
      return;
    }
    waiting.step(Waiting.Step.SENDS);
    Crew first = quotes.first().get();
    first.hold(true);
    long sequence = question.sequence;
    question.sequence = 0;
    area.give(
        TRAVEL,
        head -> new RecommendUnits(head, waiting.incident(), sequence, NO_EVIDENCE, quotes.list()),
        reply -> recommended(waiting, first, reply));
  }

  /** Where the question is refused there is nothing to wait for, or the area asks already. */
  private void requested(Waiting waiting, Reply reply) {
    if (reply.rejection().isPresent() && waiting.step() == Waiting.Step.ASKS) {
      later(waiting);
    }
  }

  /** The question may have been lost on its way here. */
  private void askAgain(Waiting waiting) {
    if (waiting.step() == Waiting.Step.ASKS) {
      later(waiting);
    }
  }

  private void recommended(Waiting waiting, Crew first, Reply reply) {
    Optional<Incident> incident = area.board().findIncident(waiting.incident());
    Optional<Recommendation> latest = incident.flatMap(open -> open.response().recommendation());
    Optional<Candidate> candidate =
        latest
            .filter(made -> reply.rejection().isEmpty() && !made.candidates().isEmpty())
            .map(made -> made.candidates().get(0));
    Optional<ClinicalUnit> unit = candidate.flatMap(best -> area.board().findUnit(best.unit()));
    if (incident.isEmpty() || latest.isEmpty() || unit.isEmpty()) {
      first.hold(false);
      later(waiting);
      return;
    }
    Seen seen = new Seen(incident.get().version(), unit.get().version());
    area.give(
        DISPATCHER,
        head ->
            new AssignUnit(
                head,
                waiting.incident(),
                unit.get().id(),
                Optional.of(latest.get().number()),
                Optional.empty(),
                seen),
        assigned -> assigned(waiting, first, assigned));
  }

  private void assigned(Waiting waiting, Crew first, Reply reply) {
    if (reply.rejection().isEmpty()) {
      queue.remove(waiting);
      accompany(waiting, first);
      return;
    }
    first.hold(false);
    later(waiting);
  }

  /** Where a car goes to the most urgent, an ambulance goes with it: most patients have to go. */
  private void accompany(Waiting waiting, Crew first) {
    if (waiting.call().category() == Category.C1 && !first.conveys()) {
      transportNeeded(waiting.incident(), waiting.call());
    }
  }

  private void later(Waiting waiting) {
    if (queue.contains(waiting)) {
      waiting.waitUntil(area.now() + LOOK_AGAIN_MILLIS);
      area.after(LOOK_AGAIN_MILLIS, this::look);
    }
  }
}
