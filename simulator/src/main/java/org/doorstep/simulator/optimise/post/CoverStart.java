package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.site.CoverProblem;
import org.doorstep.simulator.optimise.site.CoverProgram;
import org.doorstep.simulator.optimise.site.CoverProgram.Placed;
import org.doorstep.simulator.optimise.site.Ground;
import org.doorstep.simulator.optimise.site.Site;

/**
 * The plan that covers most demand by the maximal expected covering program, and what the programs
 * say about the plan as it is. A crew counts as a unit that is busy while it is off shift, too.
 */
public final class CoverStart {
  private static final int HOURS = 24;
  private static final double BUSY_MAX = 0.95;

  private final Posting posting;
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
    int bases = 0;
    for (Site site : posting.sites().list()) {
      bases += site.origin() == Site.Origin.BASE ? 1 : 0;
    }
    List<CrewSlot> crews = emergencies();
    int units = crews.size();
    int room = Math.min(units, rules.crewsAtSiteMax());
    int posts = Math.max(rules.postsMax(), posting.posts(posting.asItIs()).size());
    double busy = busy(crews, load);
    expected = ground.cover(coverMinutes, new CoverProblem.Terms(units, busy, room, bases, posts));
    once = ground.cover(coverMinutes, new CoverProblem.Terms(units, 0, room, bases, posts));
  }

  private List<CrewSlot> emergencies() {
    return posting.crews().stream().filter(CrewSlot::emergencies).toList();
  }

  /** The share of all time that a crew cannot be sent, off shift or on a job. */
  private static double busy(List<CrewSlot> crews, WeekLoad load) {
    double free = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      int at = hour;
      double onShift = crews.stream().mapToDouble(crew -> crew.onShift(at)).sum();
      double busy = Math.min(BUSY_MAX, load.busyUnits(hour) / Math.max(1, onShift));
      free += onShift * (1 - busy) / HOURS;
    }
    return 1 - free / Math.max(1, crews.size());
  }

  /** What the maximal expected covering program places where. */
  public Placed mexclp() {
    return new CoverProgram(expected, stepsMax).solve();
  }

  /** What the maximal covering program, for units that are never busy, places where. */
  public Placed mclp() {
    return new CoverProgram(once, stepsMax).solve();
  }

  /** The share of demand that a plan covers, counting that units are busy. */
  public double expectedCover(PostPlan plan) {
    return expected.value(unitsAt(plan));
  }

  /** The share of demand that any crew of a plan covers. */
  public double cover(PostPlan plan) {
    return once.value(unitsAt(plan));
  }

  private List<Integer> unitsAt(PostPlan plan) {
    List<Integer> unitsAt = new ArrayList<>();
    for (int site = 0; site < posting.sites().count(); site++) {
      int units = 0;
      for (int crew = 0; crew < plan.siteOf().size(); crew++) {
        boolean there = plan.siteOf().get(crew) == site;
        units += there && posting.crews().get(crew).emergencies() ? 1 : 0;
      }
      unitsAt.add(units);
    }
    return unitsAt;
  }

  /** The plan in which each crew waits at one of the placed units, those first that are near. */
  public PostPlan plan(Placed placed) {
    List<Integer> siteOf = new ArrayList<>(posting.asItIs().siteOf());
    List<Integer> room = new ArrayList<>(placed.unitsAt());
    List<Integer> waiting = new ArrayList<>();
    for (int crew = 0; crew < siteOf.size(); crew++) {
      if (posting.crews().get(crew).emergencies()) {
        waiting.add(crew);
      }
    }
    while (!waiting.isEmpty()) {
      Pair nearest = nearest(waiting, room);
      siteOf.set(nearest.crew(), nearest.site());
      room.set(nearest.site(), room.get(nearest.site()) - 1);
      waiting.remove(Integer.valueOf(nearest.crew()));
    }
    return new PostPlan(siteOf);
  }

  private record Pair(int crew, int site, double meters) {}

  private Pair nearest(List<Integer> crews, List<Integer> room) {
    List<Pair> pairs = new ArrayList<>();
    for (int crew : crews) {
      String name = posting.crews().get(crew).roster().base();
      GeoPoint base = posting.sites().site(posting.sites().number(name)).point();
      for (int site = 0; site < room.size(); site++) {
        if (room.get(site) > 0) {
          GeoPoint post = posting.sites().site(site).point();
          double meters = base.distanceMeters(post);
          pairs.add(new Pair(crew, site, meters));
        }
      }
    }
    return pairs.stream()
        .min(
            Comparator.comparingDouble(Pair::meters)
                .thenComparingInt(Pair::crew)
                .thenComparingInt(Pair::site))
        .orElseThrow();
  }
}
