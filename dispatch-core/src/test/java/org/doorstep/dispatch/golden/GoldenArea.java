package org.doorstep.dispatch.golden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.FleetEvent.ReviewAsked;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.golden.GridTown.Spot;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.policy.area.AreaModel;

/**
 * The engine of the town: it is offered commands, its questions are answered at once by the town's
 * drives, and who is around hears of every event.
 */
final class GoldenArea {
  private final AreaModel model;
  private final AreaEngine engine;
  private final Agenda agenda;
  private final List<LoggedEvent> log = new ArrayList<>();
  private final List<Asked> answers = new ArrayList<>();
  private final Map<UnitId, Crew> crews = new TreeMap<>();
  private final Map<IncidentId, Spot> places = new TreeMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private boolean roadsLost;
  private long commands;

  /** Whoever hears of what was decided. */
  interface Listener {
    void happened(LoggedEvent event);
  }

  /** An answer to the area, and how much of the log there was before it. */
  private record Asked(Command command, int logged) {}

  GoldenArea(AreaModel model, Agenda agenda) {
    this.model = model;
    this.agenda = agenda;
    engine = new AreaEngine(new AreaState(AreaSnapshot.empty(World.AREA)), model);
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  Reply give(Function<CommandHead, Command> command) {
    commands++;
    CommandHead head =
        new CommandHead(
            new CommandId(new UUID(0, commands)), World.AREA, Actor.user("desk"), agenda.now());
    return offer(command.apply(head)).reply();
  }

  private Offered offer(Command command) {
    Offered offered = engine.offer(command);
    log.addAll(offered.events());
    for (LoggedEvent event : offered.events()) {
      listeners.forEach(each -> each.happened(event));
    }
    for (Effect effect : engine.durable(engine.sequence())) {
      if (effect instanceof AskTravelTimes asked) {
        agenda.at(agenda.now(), () -> answer(asked));
      }
    }
    for (LoggedEvent event : offered.events()) {
      if (event.event() instanceof ReviewAsked) {
        agenda.at(agenda.now(), () -> review(event.sequence()));
      }
    }
    return offered;
  }

  private void answer(AskTravelTimes asked) {
    long sequence =
        view()
            .findIncident(asked.incident())
            .map(open -> open.response().travelTimesAsked())
            .orElse(0L);
    if (sequence == 0) {
      return;
    }
    answered(
        head ->
            new RecommendUnits(
                head,
                asked.incident(),
                sequence,
                World.EVIDENCE,
                quotes(asked.incident()),
                picture(Optional.of(asked.incident()))));
  }

  private void review(long sequence) {
    answered(head -> new ReviewFleet(head, sequence, World.EVIDENCE, picture(Optional.empty())));
  }

  private void answered(Function<CommandHead, Command> command) {
    give(
        head -> {
          Command made = command.apply(head);
          answers.add(new Asked(made, log.size()));
          return made;
        });
  }

  private List<TravelQuote> quotes(IncidentId incident) {
    Spot there = places.getOrDefault(incident, GridTown.HOSPITAL);
    List<TravelQuote> quotes = new ArrayList<>();
    crews.forEach(
        (unit, crew) -> {
          if (crew.isReachable() && view().findUnit(unit).isPresent()) {
            int drive = crew.known(now()).driveMillis(there);
            quotes.add(new TravelQuote(unit, drive, roadsLost, crew.fixAgeSeconds(now())));
          }
        });
    return quotes;
  }

  /** Units of which nobody hears cover nothing; one on a job counts where the patient is. */
  private AreaPicture picture(Optional<IncidentId> asked) {
    List<UnitPlace> stands = new ArrayList<>();
    crews.forEach(
        (unit, crew) -> {
          if (!crew.isSilent() && view().findUnit(unit).isPresent()) {
            Spot place =
                view()
                    .findUnit(unit)
                    .flatMap(each -> each.job())
                    .filter(job -> !job.stage().hasReachedScene())
                    .map(job -> places.getOrDefault(job.incident(), GridTown.HOSPITAL))
                    .orElseGet(() -> crew.at(now()));
            stands.add(new UnitPlace(unit, GridTown.coverPlace(place), crew.isOnRoad(now())));
          }
        });
    List<OtherDrives> others = new ArrayList<>();
    for (Incident open : view().listIncidents()) {
      if (asked.filter(open.id()::equals).isEmpty()) {
        others.add(new OtherDrives(open.id(), zone(open.id()), quotes(open.id())));
      }
    }
    return new AreaPicture(asked.map(this::zone).orElse(-1), stands, others);
  }

  private int zone(IncidentId incident) {
    return GridTown.zone(places.getOrDefault(incident, GridTown.HOSPITAL));
  }

  /** How many of the answers come out as they did, decided again by an engine that is new. */
  int countSameAgain() {
    int same = 0;
    for (Asked asked : answers) {
      AreaState before = new AreaState(AreaSnapshot.empty(World.AREA));
      log.subList(0, asked.logged()).forEach(before::evolve);
      List<LoggedEvent> again = new AreaEngine(before, model).offer(asked.command()).events();
      same += again.equals(log.subList(asked.logged(), asked.logged() + again.size())) ? 1 : 0;
    }
    return same;
  }

  int countAnswers() {
    return answers.size();
  }

  void loseRoads() {
    roadsLost = true;
  }

  void put(IncidentId incident, Spot place) {
    places.put(incident, place);
  }

  Spot place(IncidentId incident) {
    return places.getOrDefault(incident, GridTown.HOSPITAL);
  }

  void put(UnitId unit, Crew crew) {
    crews.put(unit, crew);
  }

  Crew crew(UnitId unit) {
    return Optional.ofNullable(crews.get(unit)).orElseThrow();
  }

  DispatchView view() {
    return engine.view();
  }

  Instant now() {
    return agenda.now();
  }

  List<LoggedEvent> log() {
    return log;
  }
}
