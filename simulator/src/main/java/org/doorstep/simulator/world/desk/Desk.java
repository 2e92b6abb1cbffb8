package org.doorstep.simulator.world.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Roads;

/**
 * The desk: sends by the engine's recommendation, the most urgent first, and keeps a reserve back
 * from the less urgent. Where the area weighs everything, it is told of everything, and the desk
 * diverts and exchanges as it is advised. Confined to one thread.
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
  private static final long HOLD_MILLIS = 20_000;
  private static final long DIVERT_AGAIN_MILLIS = 120_000;

  private final AreaLine area;
  private final Crews crews;
  private final DeskRules rules;
  private final TreeSet<Waiting> queue = new TreeSet<>();

  /** Only looked up: where the area's question goes, and which it was. */
  private final Map<IncidentId, Asked> asked = new HashMap<>();

  private final Optional<Surveyor> surveyor;
  private final Optional<WeighedSending> sending;

  /** Only looked up: where an open incident stands in the queue, should it wait again. */
  private final Map<IncidentId, Waiting> places = new HashMap<>();

  private long number;
  private boolean looking;
  private boolean lookAgain;

  /** The latest question for drive times of an incident: 0 when it has been answered. */
  private static final class Asked {
    private long sequence;
    private Optional<Waiting> waits = Optional.empty();
  }

  /**
   * The desk of one world.
   *
   * @param surveyor finds out what is asked where everything is weighed; empty: whoever is closest
   *     is sent
   */
  Desk(AreaLine area, Crews crews, DeskRules rules, Optional<Surveyor> surveyor) {
    this.area = area;
    this.crews = crews;
    this.rules = rules;
    this.surveyor = surveyor;
    this.sending = surveyor.map(looks -> new WeighedSending(area, crews, looks, outcome()));
  }

  /** A desk that sends whoever is closest. */
  public static Desk closest(AreaLine area, Crews crews, DeskRules rules) {
    return new Desk(area, crews, rules, Optional.empty());
  }

  /** A desk that weighs everything. */
  public static Desk weighing(
      AreaLine area, Crews crews, DeskRules rules, Cases cases, Roads roads, WeighedArea weighed) {
    return new Desk(
        area, crews, rules, Optional.of(new Surveyor(area, crews, cases, roads, weighed)));
  }

  /** Who looks at the units as a whole, where everything is weighed. */
  public Optional<Overseer> overseer() {
    return surveyor.map(looks -> new Overseer(area, crews, looks));
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

  /** A unit does not come after all: the incident waits again where it stood. */
  public void stoodDown(IncidentId incident) {
    Waiting before = places.get(incident);
    boolean waits = area.board().findIncident(incident).filter(Incident::isWaiting).isPresent();
    if (before != null && waits && !isWaiting(incident)) {
      queue.add(before.again(area.now()));
      look();
    }
  }

  /** An incident is off the board. */
  public void closed(IncidentId incident) {
    asked.remove(incident);
    places.remove(incident);
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
    long ready = area.now() + rules.decisionMillis(call.category().level(), call.draws().desk());
    Waiting waiting =
        new Waiting(
            incident,
            call,
            needs,
            new Waiting.Order(rule.queue(), area.now() + behind, number++),
            ready);
    queue.add(waiting);
    places.putIfAbsent(incident, waiting);
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
    if (sendable.isEmpty() && surveyor.isEmpty()) {
      return;
    }
    Free now = new Free(sendable, free, onDuty);
    for (Waiting waiting : queue) {
      if (waiting.step() != Waiting.Step.WAITS || area.now() < waiting.readyAt()) {
        continue;
      }
      List<Crew> able = able(waiting, now);
      boolean mayDivert =
          surveyor.isPresent()
              && Surveyor.mayDivert(waiting.level())
              && area.now() >= waiting.divertAt();
      if (!able.isEmpty() || mayDivert) {
        // What follows changes the queue: it is looked at from the beginning.
        lookAgain = true;
        waiting.divertNotBefore(area.now() + DIVERT_AGAIN_MILLIS);
        send(waiting, able, now);
        return;
      }
    }
  }

  /** Who could be sent at a moment. */
  private record Free(List<Crew> sendable, int conveying, int onDuty) {}

  private List<Crew> able(Waiting waiting, Free now) {
    LevelRule rule = rules.level(waiting.level());
    boolean reserved = now.conveying() <= rule.reservePercent() / PERCENT * now.onDuty();
    List<Crew> able = new ArrayList<>();
    for (Crew crew : now.sendable()) {
      boolean keptBack = reserved && crew.conveys();
      if (!keptBack && crew.goesTo(waiting.level()) && crew.capabilities().meet(waiting.needs())) {
        able.add(crew);
      }
    }
    return able;
  }

  private void send(Waiting waiting, List<Crew> able, Free now) {
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
    if (sending.isPresent()) {
      weigh(waiting, able, now, question, sending.get());
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

  /** Asks with all that could change who is sent; whom to hold is known only from the answer. */
  private void weigh(
      Waiting waiting, List<Crew> able, Free now, Asked question, WeighedSending sending) {
    waiting.step(Waiting.Step.SENDS);
    Set<IncidentId> named = new TreeSet<>(List.of(waiting.incident()));
    List<Surveyor.Wanted> others = new ArrayList<>();
    for (Waiting other : queue) {
      boolean counts =
          other.step() == Waiting.Step.WAITS
              && area.now() >= other.readyAt()
              && named.add(other.incident());
      if (counts) {
        others.add(new Surveyor.Wanted(other.incident(), other.call(), able(other, now)));
      }
    }
    long sequence = question.sequence;
    question.sequence = 0;
    sending.send(waiting, able, others, sequence);
  }

  /** It is sent, or waits a while because others need the units more, or is looked at again. */
  private WeighedSending.Outcome outcome() {
    return new WeighedSending.Outcome(
        (waiting, crew) -> {
          queue.remove(waiting);
          accompany(waiting, crew);
        },
        waiting -> {
          waiting.waitUntil(area.now() + HOLD_MILLIS);
          area.after(HOLD_MILLIS, this::look);
        },
        this::later);
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
    Optional<Crew> chosen = unit.flatMap(best -> crews.find(best.id()));
    if (incident.isEmpty() || latest.isEmpty() || unit.isEmpty() || chosen.isEmpty()) {
      first.hold(false);
      later(waiting);
      return;
    }
    if (!chosen.get().id().equals(first.id())) {
      // What the incident lacks now is more than what the desk looked for.
      first.hold(false);
      chosen.get().hold(true);
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
        assigned -> assigned(waiting, chosen.get(), assigned));
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
