package org.doorstep.simulator.world.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.crew.Crews;

/**
 * Sends as the area advises when everything is weighed: a free unit, one that is taken from a less
 * urgent patient, or one whose patient another takes over. Confined to one thread.
 */
final class WeighedSending {
  private static final Actor TRAVEL = Actor.system("travel");
  private static final Actor DISPATCHER = Actor.user("desk");
  private static final String NO_EVIDENCE = "0".repeat(64);

  private final AreaLine area;
  private final Crews crews;
  private final Surveyor surveyor;
  private final Outcome outcome;

  /**
   * What becomes of one who waits.
   *
   * @param sent a crew goes there
   * @param held others need the units more for now
   * @param later something has changed meanwhile
   */
  record Outcome(BiConsumer<Waiting, Crew> sent, Consumer<Waiting> held, Consumer<Waiting> later) {}

  WeighedSending(AreaLine area, Crews crews, Surveyor surveyor, Outcome outcome) {
    this.area = area;
    this.crews = crews;
    this.surveyor = surveyor;
    this.outcome = outcome;
  }

  /** Answers the area's question, and does what it then advises. */
  void send(Waiting waiting, List<Crew> able, List<Surveyor.Wanted> others, long sequence) {
    Surveyor.Survey survey =
        surveyor.survey(new Surveyor.Wanted(waiting.incident(), waiting.call(), able), others);
    area.give(
        TRAVEL,
        head ->
            new RecommendUnits(
                head, waiting.incident(), sequence, NO_EVIDENCE, survey.quotes(), survey.picture()),
        reply -> weighed(waiting, reply));
  }

  private void weighed(Waiting waiting, Reply reply) {
    Optional<Incident> incident = area.board().findIncident(waiting.incident());
    Optional<Recommendation> latest =
        incident
            .flatMap(open -> open.response().recommendation())
            .filter(made -> reply.rejection().isEmpty());
    if (incident.isEmpty() || latest.isEmpty()) {
      outcome.later().accept(waiting);
      return;
    }
    Optional<ExchangeAdvice> exchange = latest.get().advice().flatMap(Advice::exchange);
    if (exchange.isPresent()) {
      exchange(waiting, exchange.get().exchange());
    } else if (latest.get().isToSend()) {
      sendFirst(waiting, incident.get(), latest.get());
    } else {
      outcome.held().accept(waiting);
    }
  }

  private void sendFirst(Waiting waiting, Incident incident, Recommendation latest) {
    Candidate first = latest.candidates().get(0);
    Optional<ClinicalUnit> unit = area.board().findUnit(first.unit());
    Optional<Crew> crew = crews.find(first.unit());
    if (unit.isEmpty() || crew.isEmpty()) {
      outcome.later().accept(waiting);
      return;
    }
    boolean free = first.divertsFrom().isEmpty();
    if (free) {
      crew.get().hold(true);
    }
    Seen seen = new Seen(incident.version(), unit.get().version());
    area.give(
        DISPATCHER,
        head ->
            new AssignUnit(
                head,
                waiting.incident(),
                first.unit(),
                Optional.of(latest.number()),
                Optional.empty(),
                seen,
                first.divertsFrom()),
        assigned -> {
          if (assigned.rejection().isPresent() && free) {
            crew.get().hold(false);
          }
          assigned(waiting, crew.get(), assigned);
        });
  }

  private void assigned(Waiting waiting, Crew crew, Reply reply) {
    if (reply.rejection().isEmpty()) {
      outcome.sent().accept(waiting, crew);
    } else {
      outcome.later().accept(waiting);
    }
  }

  private void exchange(Waiting waiting, Exchange exchange) {
    Optional<Crew> comes = crews.find(exchange.comes());
    Optional<Crew> leaves = crews.find(exchange.leaves());
    Optional<Incident> first = area.board().findIncident(exchange.incident());
    Optional<Incident> onto = exchange.onto().flatMap(area.board()::findIncident);
    Optional<ClinicalUnit> going = area.board().findUnit(exchange.leaves());
    Optional<ClinicalUnit> coming = area.board().findUnit(exchange.comes());
    if (comes.isEmpty()
        || leaves.isEmpty()
        || first.isEmpty()
        || onto.isEmpty()
        || going.isEmpty()
        || coming.isEmpty()) {
      outcome.later().accept(waiting);
      return;
    }
    comes.get().hold(true);
    ExchangeSeen seen =
        new ExchangeSeen(
            first.get().version(),
            going.get().version(),
            coming.get().version(),
            Optional.of(onto.get().version()));
    area.give(
        DISPATCHER,
        head -> new ExchangeUnits(head, exchange, Optional.empty(), seen),
        reply -> {
          if (reply.rejection().isPresent()) {
            comes.get().hold(false);
          }
          assigned(waiting, leaves.get(), reply);
        });
  }
}
