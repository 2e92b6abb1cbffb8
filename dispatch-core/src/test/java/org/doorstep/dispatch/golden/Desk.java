package org.doorstep.dispatch.golden;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.ResponseNeeds;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;

/** The person at the desk, who reads for four seconds and takes what is advised. */
final class Desk implements GoldenArea.Listener {
  private static final Duration READS = Duration.ofSeconds(4);

  private final GoldenArea area;
  private final Agenda agenda;
  private final List<String> refused = new ArrayList<>();
  private boolean looksOn;

  Desk(GoldenArea area, Agenda agenda) {
    this.area = area;
    this.agenda = agenda;
  }

  /** Takes what is advised, or only looks on: then only what the script says is done. */
  void work(boolean works) {
    looksOn = !works;
  }

  /** What was refused, in words. */
  List<String> listRefused() {
    return refused;
  }

  @Override
  public void happened(LoggedEvent logged) {
    if (logged.event() instanceof UnitsRecommended made) {
      long number = made.recommendation().number();
      agenda.at(area.now().plus(READS), () -> send(made.incident(), number));
    } else if (logged.event() instanceof FleetReviewed reviewed) {
      agenda.at(area.now().plus(READS), () -> take(reviewed.review()));
    }
  }

  private void send(IncidentId id, long number) {
    Optional<Incident> open =
        area.view()
            .findIncident(id)
            .filter(each -> !looksOn && !ResponseNeeds.listUnmet(area.view(), each).isEmpty());
    Optional<Recommendation> latest =
        open.flatMap(each -> each.response().recommendation())
            .filter(each -> each.number() == number);
    if (latest.isEmpty()) {
      return;
    }
    var exchange = latest.get().advice().flatMap(advice -> advice.exchange());
    if (exchange.isPresent()) {
      askAgain(id, exchange(exchange.get().exchange(), Optional.empty()));
    } else if (latest.get().isToSend()) {
      Candidate first = latest.get().candidates().get(0);
      askAgain(id, assign(id, first.unit(), first.divertsFrom(), Optional.empty()));
    }
  }

  private void take(FleetReview review) {
    if (looksOn) {
      return;
    }
    for (ExchangeAdvice each : review.advice().exchanges()) {
      var unused = exchange(each.exchange(), Optional.empty());
    }
    review
        .advice()
        .moves()
        .forEach(move -> post(move.unit(), move.station(), Optional.of(review.number())));
  }

  Reply assign(
      IncidentId incident,
      UnitId unit,
      Optional<IncidentId> divertsFrom,
      Optional<OverrideReason> reason) {
    Optional<Long> number =
        area.view()
            .findIncident(incident)
            .flatMap(each -> each.response().recommendation())
            .map(Recommendation::number);
    return note(
        "%s to I-%d".formatted(unit.value(), incident.value()),
        area.give(
            head ->
                new AssignUnit(
                    head,
                    incident,
                    unit,
                    number,
                    reason,
                    new Seen(version(incident), version(unit)),
                    divertsFrom)));
  }

  Reply exchange(Exchange exchange, Optional<OverrideReason> reason) {
    return note(
        "%s for %s".formatted(exchange.comes().value(), exchange.leaves().value()),
        area.give(
            head ->
                new ExchangeUnits(
                    head,
                    exchange,
                    reason,
                    new ExchangeSeen(
                        version(exchange.incident()),
                        version(exchange.leaves()),
                        version(exchange.comes()),
                        exchange.onto().map(this::version)))));
  }

  void post(UnitId unit, String station, Optional<Long> review) {
    var unused =
        note(
            "%s to %s".formatted(unit.value(), station),
            area.give(head -> new PostUnit(head, unit, station, review, version(unit))));
  }

  /** What was advised does not hold any more: the area is asked again, whoever is sent then. */
  private void askAgain(IncidentId incident, Reply reply) {
    if (reply.rejection().isPresent()) {
      area.give(head -> new RequestRecommendation(head, incident));
    }
  }

  private Reply note(String what, Reply reply) {
    reply.rejection().ifPresent(why -> refused.add("%s: %s".formatted(what, why.code())));
    return reply;
  }

  long version(IncidentId incident) {
    return area.view().findIncident(incident).map(Incident::version).orElse(1L);
  }

  long version(UnitId unit) {
    return area.view().findUnit(unit).map(each -> each.version()).orElse(1L);
  }
}
