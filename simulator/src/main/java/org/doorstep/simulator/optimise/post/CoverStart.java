package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.site.CoverProblem;
import org.doorstep.simulator.optimise.site.CoverProgram;
import org.doorstep.simulator.optimise.site.CoverProgram.Placed;
import org.doorstep.simulator.optimise.site.Ground;
import org.doorstep.simulator.optimise.site.Site;

/**
 * What the programs of cover propose for the crews of a scenario.
 *
 * <p>The maximal covering program says which posts, beside the bases, reach most calls. The maximal
 * expected covering program places as many units as are on shift on average, busy as they are on
 * average; a plan of crews follows from that by giving each site its share at every hour.
 */
public final class CoverStart {
  private static final int HOURS = 24;
  private static final double BUSY_MAX = 0.95;

  /** A crew stays near its base where the sites lack about as much. */
  private static final double ABOUT = 0.5;

  private final Posting posting;
  private final List<Integer> crews = new ArrayList<>();
  private final CoverProblem expected;
  private final CoverProblem once;
  private final int stepsMax;

  /**
   * The programs of crews on their ground.
   *
   * @param coverMinutes within which a unit must reach a zone to cover it
   * @param stepsMax bound on the effort of the solver
   */
  public CoverStart(
      Posting posting,
      Ground ground,
      WeekLoad load,
      PostRules rules,
      double coverMinutes,
      int stepsMax) {
    this.posting = posting;
    this.stepsMax = stepsMax;
    for (int crew = 0; crew < posting.crews().size(); crew++) {
      if (posting.crews().get(crew).emergencies()) {
        crews.add(crew);
      }
    }
    int bases = 0;
    for (Site site : posting.sites().list()) {
      bases += site.origin() == Site.Origin.BASE ? 1 : 0;
    }
    int posts =
        Math.min(
            posting.sites().count() - bases,
            Math.max(rules.postsMax(), posting.posts(posting.asItIs()).size()));
    int units = (int) StrictMath.max(1, StrictMath.round(meanOnShift()));
    int room = Math.min(units, rules.crewsAtSiteMax());
    double busy = busy(load);
    expected = ground.cover(coverMinutes, new CoverProblem.Terms(units, busy, room, bases, posts));
    once = ground.cover(coverMinutes, new CoverProblem.Terms(bases + posts, 0, 1, bases, posts));
  }

  private double onShift(int hour) {
    double sum = 0;
    for (int crew : crews) {
      sum += posting.crews().get(crew).onShift(hour);
    }
    return sum;
  }

  private double meanOnShift() {
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += onShift(hour) / HOURS;
    }
    return sum;
  }

  /** The share of their time that crews on shift are busy. */
  private double busy(WeekLoad load) {
    double busy = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      busy += load.busyUnits(hour) / HOURS;
    }
    return Math.min(BUSY_MAX, busy / Math.max(1, meanOnShift()));
  }

  /** What the maximal expected covering program places where. */
  public Placed mexclp() {
    return new CoverProgram(expected, stepsMax).solve();
  }

  /** The sites that the maximal covering program chooses, one unit at each. */
  public Placed mclp() {
    return new CoverProgram(once, stepsMax).solve();
  }

  /** The plan in which each site has its share of the crews at every hour, as far as it can be. */
  public PostPlan plan(Placed placed) {
    double units = placed.unitsAt().stream().mapToInt(each -> each).sum();
    double[][] lacking = new double[posting.sites().count()][HOURS];
    for (int site = 0; site < lacking.length; site++) {
      for (int hour = 0; hour < HOURS; hour++) {
        lacking[site][hour] = placed.unitsAt().get(site) / units * onShift(hour);
      }
    }
    List<Integer> siteOf = new ArrayList<>(posting.asItIs().siteOf());
    for (int crew : crews) {
      CrewSlot slot = posting.crews().get(crew);
      int site = site(slot, lacking, placed);
      siteOf.set(crew, site);
      for (int hour = 0; hour < HOURS; hour++) {
        lacking[site][hour] -= slot.onShift(hour);
      }
    }
    return new PostPlan(siteOf);
  }

  private int site(CrewSlot slot, double[][] lacking, Placed placed) {
    double[] need = new double[lacking.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int site = 0; site < need.length; site++) {
      for (int hour = 0; hour < HOURS; hour++) {
        need[site] += slot.onShift(hour) * lacking[site][hour];
      }
      most = placed.unitsAt().get(site) > 0 ? Math.max(most, need[site]) : most;
    }
    Site base = posting.sites().site(posting.sites().number(slot.roster().base()));
    int best = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int site = 0; site < need.length; site++) {
      boolean lacks = need[site] >= (most > 0 ? ABOUT * most : most);
      double meters = base.point().distanceMeters(posting.sites().site(site).point());
      if (placed.unitsAt().get(site) > 0 && lacks && meters < nearest) {
        nearest = meters;
        best = site;
      }
    }
    return best;
  }
}
