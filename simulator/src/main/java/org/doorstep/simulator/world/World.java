package org.doorstep.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.doorstep.simulator.scenario.Outcome;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.time.Timeline;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.Counts;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.care.Community;
import org.doorstep.simulator.world.care.Destinations;
import org.doorstep.simulator.world.care.Hospitals;
import org.doorstep.simulator.world.care.Partners;
import org.doorstep.simulator.world.care.Pictures;
import org.doorstep.simulator.world.care.Practices;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.crew.Crews;
import org.doorstep.simulator.world.demand.Arrivals;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.desk.Clinicians;
import org.doorstep.simulator.world.desk.Desk;
import org.doorstep.simulator.world.desk.Overseer;
import org.doorstep.simulator.world.desk.WeighedArea;
import org.doorstep.simulator.world.road.Roads;

/**
 * One replication of a scenario: callers, desk, crews, hospitals, services and practices around the
 * engine of one area, on a virtual clock. The engine decides everything; what is refused is looked
 * at again. Confined to one thread; the same scenario, roads and seed give the same log.
 *
 * <p>Moments are milliseconds since the start of the scenario's span.
 */
public final class World implements Outside {
  /** The area that is simulated. */
  public static final AreaId AREA = new AreaId("WEST_KENT");

  private final Scenario scenario;
  private final Timeline timeline = new Timeline();
  private final AreaLine area;
  private final Cases cases = new Cases();
  private final Counts counts;
  private final Partners partners;
  private final Crews crews;
  private final Desk desk;
  private final Optional<Overseer> overseer;
  private final Clinicians clinicians;
  private final Callers callers;
  private final Sweep sweep;
  private final List<Consumer<LoggedEvent>> followers;

  /**
   * A world around an area whose log never fails.
   *
   * @param roads prepared for the same scenario
   * @param followers are told each durable event, in the order of the log, before the world acts on
   *     it
   */
  public World(Scenario scenario, Roads roads, long seed, List<Consumer<LoggedEvent>> followers) {
    this(
        scenario,
        roads,
        seed,
        followers,
        Optional.empty(),
        started -> new VirtualArea(AREA, started.outside()));
  }

  /**
   * A world around an area whose log never fails and that weighs everything.
   *
   * @param weighed of the same scenario and roads
   */
  public World(
      Scenario scenario,
      Roads roads,
      long seed,
      List<Consumer<LoggedEvent>> followers,
      WeighedArea weighed) {
    this(
        scenario,
        roads,
        seed,
        followers,
        Optional.of(weighed),
        started -> new VirtualArea(AreaSnapshot.empty(AREA), started.outside(), weighed.model()));
  }

  /**
   * A world around an area that somebody else makes and that sends whoever is closest.
   *
   * @param area makes the area {@link #AREA}, out of what it may use of this world
   */
  public World(
      Scenario scenario,
      Roads roads,
      long seed,
      List<Consumer<LoggedEvent>> followers,
      Function<Started, AreaPort> area) {
    this(scenario, roads, seed, followers, Optional.empty(), area);
  }

  /**
   * A world around an area that somebody else makes.
   *
   * @param weighed what the area weighs; empty: it sends whoever is closest
   * @param area makes the area {@link #AREA}, out of what it may use of this world
   */
  public World(
      Scenario scenario,
      Roads roads,
      long seed,
      List<Consumer<LoggedEvent>> followers,
      Optional<WeighedArea> weighed,
      Function<Started, AreaPort> area) {
    this.scenario = scenario;
    this.followers = List.copyOf(followers);
    this.counts = new Counts(scenario.span());
    this.area = new AreaLine(AREA, scenario.span().startsAt(), timeline);
    LocalHours clock = new LocalHours(scenario.span());
    this.partners = partners(scenario, roads, clock);
    this.clinicians = new Clinicians(this.area, partners.practices(), scenario.desk());
    this.crews =
        new Crews(
            scenario,
            this.area,
            clock,
            roads,
            partners,
            cases,
            counts,
            this::crewIsFree,
            incident -> cases.find(incident).ifPresent(call -> transportNeeded(incident, call)),
            weighed.isEmpty());
    this.desk =
        weighed
            .map(all -> Desk.weighing(this.area, crews, scenario.desk(), cases, roads, all))
            .orElseGet(() -> Desk.closest(this.area, crews, scenario.desk()));
    this.overseer = desk.overseer();
    this.callers =
        new Callers(
            this.area,
            new Arrivals(scenario, clock, roads.places(), seed),
            cases,
            counts,
            roads.places(),
            scenario.demand().callers());
    this.sweep = new Sweep(this.area, scenario.span().sweepSeconds() * 1_000L);
    this.area.connect(area.apply(new Started(this, timeline)));
    crews.plan(seed);
    callers.planNext();
    sweep.planNext();
  }

  /**
   * What whoever makes the area may use of the world.
   *
   * @param outside whom the area tells
   * @param timeline the clock, for whatever comes late
   */
  public record Started(Outside outside, Timeline timeline) {}

  /** Runs the warm-up and the measured days. */
  public void run() {
    runUntil(scenario.span().endMillis());
  }

  /** Runs up to and including a moment, in milliseconds since the start. */
  public void runUntil(long moment) {
    timeline.runUntil(moment);
  }

  /** The area as it is known outside. */
  public AreaLine area() {
    return area;
  }

  /** What the world knows and its log does not. */
  public Counts counts() {
    return counts;
  }

  /** All crews, to look at. */
  public Crews crews() {
    return crews;
  }

  /** How many incidents the world still acts on; a world whose cases settle keeps few. */
  public int openCases() {
    return cases.size();
  }

  @Override
  public void happened(LoggedEvent logged) {
    for (Consumer<LoggedEvent> follower : followers) {
      follower.accept(logged);
    }
    DispatchEvent event = logged.event();
    sweep.happened(event);
    if (event instanceof CareEvent care) {
      cared(logged.sequence(), care);
    } else if (event instanceof DispatchEvent.IncidentOpened opened) {
      cases
          .open(opened.record(), opened.incident())
          .ifPresent(
              call -> {
                callers.opened(opened.incident(), call);
                if (call.course().outcome() == Outcome.HEAR_AND_TREAT) {
                  clinicians.opened(opened.incident(), call);
                } else {
                  desk.opened(opened.incident(), call);
                }
              });
    } else if (event instanceof DispatchEvent.UnitAssigned assigned) {
      crews.assigned(assigned);
      overseer.ifPresent(Overseer::changed);
    } else if (event instanceof FleetEvent about) {
      overseer.ifPresent(looks -> advised(looks, about));
    } else if (event instanceof DispatchEvent.UnitStoodDown stood) {
      crews.find(stood.unit()).ifPresent((Crew crew) -> crew.stoodDown(stood.incident()));
      if (stood.reason() != JobEndReason.NOT_NEEDED) {
        desk.stoodDown(stood.incident());
      }
    } else if (event instanceof DispatchEvent.IncidentClosed closed) {
      if (closed.reason() != CloseReason.CALLED_OFF) {
        cases.find(closed.incident()).ifPresent(callers::closed);
      }
      desk.closed(closed.incident());
      crews.closed(closed.incident());
      forgetUnlessOwed(closed);
    }
  }

  private static void advised(Overseer looks, FleetEvent event) {
    if (event instanceof FleetEvent.FleetReviewed reviewed) {
      looks.reviewed(reviewed);
    } else if (event instanceof FleetEvent.UnitPosted posted) {
      looks.posted(posted);
    }
  }

  /** What follows from an event about a patient. */
  private void cared(long sequence, CareEvent event) {
    if (event instanceof CareEvent.ReferralOffered offered) {
      partners.community().offered(offered);
    } else if (event instanceof CareEvent.ReferralAnswered answered) {
      partners.community().answered(answered);
      if (answered.answer().kind() == ReferralAnswer.Kind.REFUSED) {
        partners.community().turnedAway(answered.patient());
      }
    } else if (event instanceof CareEvent.ReferralExpired expired) {
      partners.community().turnedAway(expired.patient());
    } else if (event instanceof CareEvent.AttendanceReported reported) {
      partners.community().reported(reported);
    } else if (event instanceof CareEvent.PreAlertSent sent) {
      partners.hospitals().warned(sent);
    } else if (event instanceof CareEvent.HandoverSigned signed) {
      partners.practices().sent(signed.patient(), signed.terms(), sequence, false);
    } else if (event instanceof CareEvent.PracticeAnswered answered) {
      findHandover(answered.patient())
          .ifPresent(
              handover ->
                  partners.practices().sent(answered.patient(), handover.terms(), sequence, true));
    } else if (event instanceof CareEvent.ResponsibilityEnded ended) {
      if (area.board().findIncident(ended.incident()).isEmpty()) {
        cases.forget(ended.incident());
      }
    }
  }

  @Override
  public void askTravelTimes(AskTravelTimes order) {
    boolean byTelephone =
        cases
            .find(order.incident())
            .map(Call::course)
            .filter(course -> course.outcome() == Outcome.HEAR_AND_TREAT)
            .isPresent();
    if (!byTelephone) {
      desk.asked(order);
    }
  }

  @Override
  public void notifyCrew(NotifyCrew order) {
    crews.told(order);
  }

  private void crewIsFree() {
    overseer.ifPresent(Overseer::changed);
    desk.look();
  }

  private void transportNeeded(IncidentId incident, Call call) {
    desk.transportNeeded(incident, call);
  }

  /** Nothing more is owed where nobody was ever a patient. */
  private void forgetUnlessOwed(DispatchEvent.IncidentClosed closed) {
    if (area.board().listPatients(closed.incident()).isEmpty()) {
      cases.forget(closed.incident());
    }
  }

  private Optional<Handover> findHandover(PatientId patient) {
    return area.board().findPatient(patient).flatMap(each -> each.arrangements().handover());
  }

  private Partners partners(Scenario whole, Roads roads, LocalHours clock) {
    Pictures pictures = new Pictures(whole.work().care().pictures());
    return new Partners(
        pictures,
        new Destinations(area, roads, pictures, whole.faults(), clock),
        new Hospitals(area, cases, roads.places(), whole.work().hospitals()),
        new Community(area, cases, whole.work().community(), clock, roads.places().directory()),
        new Practices(
            area,
            cases,
            whole.work().practices(),
            clock,
            roads.places().directory().bankHolidays()));
  }
}
