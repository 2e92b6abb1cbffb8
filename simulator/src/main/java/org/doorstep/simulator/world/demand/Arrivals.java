package org.doorstep.simulator.world.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.CallerRules;
import org.doorstep.simulator.scenario.CategoryShare;
import org.doorstep.simulator.scenario.Demand;
import org.doorstep.simulator.scenario.HospitalRules;
import org.doorstep.simulator.scenario.Moved;
import org.doorstep.simulator.scenario.Outcome;
import org.doorstep.simulator.scenario.Picture;
import org.doorstep.simulator.scenario.Profile;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.road.Places;

/**
 * Calls as they come: a Poisson process whose rate follows the clock and the calendar, by thinning
 * [1]. Confined to one thread.
 *
 * <p>Each call has streams of its own, split off in the order of calls: what happens to one moves
 * nothing of another.
 *
 * <p>[1] Lewis, Shedler: Simulation of Nonhomogeneous Poisson Processes by Thinning. 1979.
 */
public final class Arrivals {
  private static final double YEAR_MILLIS = 365 * 86_400_000.0;
  private static final int NIGHT_FROM = 20;
  private static final int NIGHT_UNTIL = 8;
  private static final double PERCENT = 100;

  private final Scenario scenario;
  private final LocalHours clock;
  private final Places places;
  private final List<Integer> hospitals = new ArrayList<>();
  private final Chance times;
  private final Chance calls;
  private final Chance clinical;
  private final Chance crew;
  private final Chance traffic;

  /** Calls per millisecond at most. */
  private final double rateMax;

  /** By hour of the span: that share of the greatest rate. */
  private final double[] share;

  private double clockMillis;
  private long number;

  /** The calls of a seed. */
  public Arrivals(Scenario scenario, LocalHours clock, Places places, long seed) {
    this.scenario = scenario;
    this.clock = clock;
    this.places = places;
    times = Chance.of(seed, "demand");
    calls = times.split();
    clinical = Chance.of(seed, "clinical");
    crew = Chance.of(seed, "crew");
    traffic = Chance.of(seed, "traffic");
    for (HospitalRules.Bays each : scenario.work().hospitals().bays()) {
      places.findService(each.service()).ifPresent(hospitals::add);
    }
    Profile profile = scenario.demand().profile();
    share = new double[clock.size()];
    double greatest = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] =
          profile.hours().get(clock.hour(i))
              * profile.weekdays().get(clock.weekday(i))
              * profile.months().get(clock.month(i));
      greatest = StrictMath.max(greatest, share[i]);
    }
    for (int i = 0; i < share.length; i++) {
      share[i] /= greatest;
    }
    double mean = mean(profile.hours()) * mean(profile.weekdays()) * mean(profile.months());
    rateMax = made(scenario.demand()) / YEAR_MILLIS * greatest / mean;
  }

  /** When the last call was first made, in milliseconds since the start. */
  public long now() {
    return (long) clockMillis;
  }

  /** The next call that anybody answers; they come in the order in which they were first made. */
  public Call next() {
    while (true) {
      do {
        clockMillis += times.exponential(1 / rateMax);
      } while (!times.happens(share[clock.index((long) clockMillis)]));
      Chance own = calls.split();
      Draws draws = new Draws(clinical.split(), crew.split(), traffic.split());
      long waits = abandoned(own);
      if (waits >= 0) {
        number++;
        return call((long) clockMillis + waits, own, draws);
      }
    }
  }

  /** Milliseconds until the caller is answered, who may hang up and call again; -1 for never. */
  private long abandoned(Chance own) {
    CallerRules callers = scenario.demand().callers();
    boolean hangsUp = own.happens(callers.abandonPercent() / PERCENT);
    boolean callsAgain = own.happens(callers.recallPercent() / PERCENT);
    long after = callers.recall().millis(own.share());
    if (!hangsUp) {
      return 0;
    }
    return callsAgain ? after : -1;
  }

  private Call call(long moment, Chance own, Draws draws) {
    int hour = clock.hourAt(moment);
    Category category = category(hour, own);
    Outcome outcome = scenario.work().care().of(category).at(own.share());
    int picture = picture(outcome, hour, own);
    double where = own.share();
    CallerRules callers = scenario.demand().callers();
    boolean callsOff = own.happens(callers.callOffPercent() / PERCENT);
    long after = callers.callOff().millis(own.share());
    Call asToday =
        new Call(
            number,
            moment,
            category,
            place(category, where),
            new Call.Course(
                outcome,
                picture,
                callsOff && outcome != Outcome.HEAR_AND_TREAT ? after : -1,
                false,
                Optional.empty()),
            draws);
    return scenario
        .work()
        .care()
        .moved()
        .map(moved -> moved(asToday, moved, hour, own))
        .orElse(asToday);
  }

  /** Drawn last, so that everything else of the call is as it would be without. */
  private Call moved(Call asToday, Moved moved, int hour, Chance own) {
    boolean concerns =
        asToday.course().outcome() == Outcome.EMERGENCY_DEPARTMENT
            && moved.categories().contains(asToday.category());
    if (!own.happens(moved.percent() / PERCENT) || !concerns) {
      return asToday;
    }
    boolean community = own.happens(moved.communityPercent() / PERCENT);
    boolean callsAgain = own.happens(moved.recontactPercent() / PERCENT);
    Outcome outcome = community ? Outcome.COMMUNITY : Outcome.TREAT_AT_SCENE;
    int picture = picture(outcome, hour, own);
    Optional<Call.Again> again =
        callsAgain ? Optional.of(again(asToday, moved, hour, own)) : Optional.empty();
    return with(
        asToday,
        new Call.Course(outcome, picture, asToday.course().callOff(), true, again),
        asToday.draws());
  }

  private Call.Again again(Call first, Moved moved, int hour, Chance own) {
    long after = moved.recontact().millis(own.share());
    boolean conveyed = own.happens(moved.recontactConveyedPercent() / PERCENT);
    Outcome outcome = conveyed ? Outcome.EMERGENCY_DEPARTMENT : Outcome.TREAT_AT_SCENE;
    int picture = conveyed ? first.course().picture() : picture(outcome, hour, own);
    Call.Course course = new Call.Course(outcome, picture, -1, false, Optional.empty());
    Draws draws = new Draws(own.split(), own.split(), own.split());
    return new Call.Again(after, with(first, course, draws));
  }

  private static Call with(Call call, Call.Course course, Draws draws) {
    return new Call(call.number(), call.moment(), call.category(), call.place(), course, draws);
  }

  private Category category(int hour, Chance own) {
    List<CategoryShare> categories = scenario.demand().categories();
    double left = own.share() * categories.stream().mapToDouble(each -> each.weight(hour)).sum();
    for (CategoryShare each : categories) {
      left -= each.weight(hour);
      if (left < 0) {
        return each.category();
      }
    }
    return categories.get(categories.size() - 1).category();
  }

  /** Transfers begin at a hospital. */
  private int place(Category category, double where) {
    boolean transfer =
        switch (category) {
          case IFT1, IFT2, IFT3, IFT4 -> !hospitals.isEmpty();
          default -> false;
        };
    return transfer
        ? hospitals.get((int) (where * hospitals.size()))
        : places.firstCall() + (int) (where * places.callCount());
  }

  private int picture(Outcome outcome, int hour, Chance own) {
    List<Picture> pictures = scenario.work().care().pictures();
    boolean night = hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
    double sum = 0;
    for (Picture each : pictures) {
      sum += weight(each, outcome, night);
    }
    double left = own.share() * sum;
    int last = 0;
    for (int i = 0; i < pictures.size(); i++) {
      double weight = weight(pictures.get(i), outcome, night);
      left -= weight;
      if (weight > 0) {
        last = i;
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private static double weight(Picture picture, Outcome outcome, boolean night) {
    if (picture.outcome() != outcome) {
      return 0;
    }
    return night ? picture.weight() * picture.nightFactor() : picture.weight();
  }

  /** Calls made in a year, with those that nobody ever answers. */
  private static double made(Demand demand) {
    double lost =
        demand.callers().abandonPercent()
            / PERCENT
            * (1 - demand.callers().recallPercent() / PERCENT);
    return demand.incidentsPerYear() / (1 - StrictMath.min(lost, 0.99));
  }

  private static double mean(List<Double> weights) {
    return weights.stream().mapToDouble(each -> each).average().orElse(1);
  }
}
