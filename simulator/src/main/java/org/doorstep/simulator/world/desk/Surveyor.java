package org.doorstep.simulator.world.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.crew.Crews;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Roads;

/**
 * Finds out what the area asks when everything is weighed: where all units are, and the drives to
 * all incidents that could change who is sent. A unit on its way is taken to be at the place that
 * is nearest to it on the straight line; the drive that it then makes is the true one. Confined to
 * one thread.
 */
final class Surveyor {
  /** To more urgent calls than that a unit under way may be taken from another. */
  private static final int DIVERTED_TO_LEVEL_MAX = 2;

  private static final int WAITING_MAX = 8;
  private static final int UNDER_WAY_MAX = 10;

  private final AreaLine area;
  private final Crews crews;
  private final Cases cases;
  private final Roads roads;
  private final WeighedArea weighed;

  /** A crew on duty as the area knows it, and about where it is. */
  private record Seen(Crew crew, ClinicalUnit unit, int place) {}

  /** An incident that waits, with the crews that may be sent there. */
  record Wanted(IncidentId incident, Call call, List<Crew> able) {}

  /** What is answered: the drives to the incident that was asked about, and all the rest. */
  record Survey(List<TravelQuote> quotes, AreaPicture picture) {}

  Surveyor(AreaLine area, Crews crews, Cases cases, Roads roads, WeighedArea weighed) {
    this.area = area;
    this.crews = crews;
    this.cases = cases;
    this.roads = roads;
    this.weighed = weighed;
  }

  /** Whether a call is so urgent that somebody else's unit may be taken. */
  static boolean mayDivert(int level) {
    return level <= DIVERTED_TO_LEVEL_MAX;
  }

  /** The answer for one incident, among others that wait. */
  Survey survey(Wanted asked, List<Wanted> others) {
    List<Seen> seen = look();
    boolean diverts = mayDivert(asked.call().category().level());
    List<Seen> underWay = diverts ? underWay(seen) : List.of();
    List<OtherDrives> rows = new ArrayList<>();
    for (Wanted other : others) {
      if (rows.size() < WAITING_MAX) {
        rows.add(
            new OtherDrives(
                other.incident(),
                weighed.zoneOf(other.call().place()),
                quotes(seen, other, List.of())));
      }
    }
    for (Seen each : underWay) {
      findUnderWay(each, seen).ifPresent(rows::add);
    }
    return new Survey(
        quotes(seen, asked, underWay),
        new AreaPicture(weighed.zoneOf(asked.call().place()), places(seen), rows));
  }

  /** What is known of all units, for a review: free ones might take over from those under way. */
  AreaPicture picture() {
    List<Seen> seen = look();
    List<OtherDrives> rows = new ArrayList<>();
    for (Seen each : underWay(seen)) {
      findUnderWay(each, seen).ifPresent(rows::add);
    }
    return new AreaPicture(-1, places(seen), rows);
  }

  /** The number of the place of a station. */
  int station(String name) {
    return roads.places().base(name);
  }

  /** Both lists are in the order of call signs. */
  private List<Seen> look() {
    List<Seen> seen = new ArrayList<>();
    List<Crew> all = crews.list();
    int next = 0;
    for (ClinicalUnit unit : area.board().listUnits()) {
      while (!all.get(next).id().equals(unit.id())) {
        next++;
      }
      Crew crew = all.get(next);
      boolean stands = crew.leg().isAtPlace(area.now());
      int place = stands ? crew.leg().to() : weighed.near().nearest(crew.leg().about(area.now()));
      seen.add(new Seen(crew, unit, place));
    }
    return seen;
  }

  private static List<Seen> underWay(List<Seen> seen) {
    List<Seen> underWay = new ArrayList<>();
    for (Seen each : seen) {
      boolean onTheWay =
          each.unit().job().filter(job -> !job.stage().hasReachedScene()).isPresent();
      if (onTheWay && underWay.size() < UNDER_WAY_MAX) {
        underWay.add(each);
      }
    }
    return underWay;
  }

  /** The incident that a unit is on its way to, with the drives of whoever could take over. */
  private Optional<OtherDrives> findUnderWay(Seen each, List<Seen> seen) {
    Optional<IncidentId> incident = each.unit().job().map(Job::incident);
    Optional<Call> call = incident.flatMap(cases::find);
    if (incident.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    List<TravelQuote> quotes = new ArrayList<>();
    boolean blueLight = call.get().category().level() <= 2;
    int level = call.get().category().level();
    for (Seen other : seen) {
      boolean may = other.equals(each) || (other.crew().isSendable() && other.crew().goesTo(level));
      if (may) {
        add(quotes, other, call.get().place(), blueLight);
      }
    }
    return Optional.of(new OtherDrives(incident.get(), weighed.zoneOf(call.get().place()), quotes));
  }

  /** The drives of those who may be sent, and of those who may be taken from another. */
  private List<TravelQuote> quotes(List<Seen> seen, Wanted wanted, List<Seen> underWay) {
    List<TravelQuote> quotes = new ArrayList<>(wanted.able().size());
    boolean blueLight = wanted.call().category().level() <= 2;
    int able = 0;
    int taken = 0;
    for (Seen each : seen) {
      boolean isAble =
          able < wanted.able().size() && wanted.able().get(able).id().equals(each.unit().id());
      boolean isTaken =
          taken < underWay.size() && underWay.get(taken).unit().id().equals(each.unit().id());
      able += isAble ? 1 : 0;
      taken += isTaken ? 1 : 0;
      if (isAble || (isTaken && each.crew().goesTo(wanted.call().category().level()))) {
        add(quotes, each, wanted.call().place(), blueLight);
      }
    }
    return quotes;
  }

  private void add(List<TravelQuote> quotes, Seen each, int to, boolean blueLight) {
    int millis = roads.driveMillis(each.place(), to, blueLight);
    if (millis < Roads.UNREACHABLE) {
      quotes.add(new TravelQuote(each.unit().id(), millis, false, 0));
    }
  }

  /** A unit that drives back counts at its base, one on a job where the job is. */
  private List<UnitPlace> places(List<Seen> seen) {
    List<UnitPlace> places = new ArrayList<>(seen.size());
    for (Seen each : seen) {
      int counts = each.unit().job().isPresent() ? each.place() : each.crew().leg().to();
      places.add(
          new UnitPlace(
              each.unit().id(),
              weighed.coverPlace(counts),
              !each.crew().leg().isAtPlace(area.now())));
    }
    return places;
  }
}
