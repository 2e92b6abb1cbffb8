package org.doorstep.simulator.optimise.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.optimise.program.Answer;
import org.doorstep.simulator.optimise.program.MixedProgram;
import org.doorstep.simulator.optimise.program.MixedProgram.Term;

/**
 * The cover problem as a mixed integer program.
 *
 * <p>Whole variables say how many units wait at a site. For each zone broken variables between 0
 * and 1 say whether a first, second, ... unit reaches it; later ones gain less, so that the solver
 * fills the first by itself, and they come out whole. Zones that are reached from the same sites
 * are one zone, zones that none reaches are none, and a k-th unit that would add next to nothing is
 * left out: the value is that of the problem less at most {@link #LEFT_OUT_MAX} of the demand.
 */
public final class CoverProgram {
  /** What may be left out of the value, as a share of all demand. */
  public static final double LEFT_OUT_MAX = 1e-6;

  private final CoverProblem problem;
  private final int stepsMax;

  /**
   * Where units are placed.
   *
   * @param unitsAt by site
   * @param covered demand
   * @param proven whether nothing covers more; else it is the best that was found within the bound
   */
  public record Placed(List<Integer> unitsAt, double covered, boolean proven) {
    public Placed {
      unitsAt = List.copyOf(unitsAt);
    }
  }

  /**
   * For a problem.
   *
   * @param stepsMax bound on the effort of the solver
   */
  public CoverProgram(CoverProblem problem, int stepsMax) {
    this.problem = problem;
    this.stepsMax = stepsMax;
  }

  /** The best placing of the solver, or of {@link GreedyCover} where that is better. */
  public Placed solve() {
    List<Integer> greedy = new GreedyCover(problem).place();
    double byGreedy = problem.value(greedy);
    MixedProgram program = new MixedProgram(stepsMax);
    List<Integer> sites = sites(program);
    zones().forEach((from, weight) -> zone(program, sites, from, weight));
    Answer answer = program.greatest();
    if (!answer.isThere()) {
      return new Placed(greedy, byGreedy, false);
    }
    List<Integer> unitsAt = sites.stream().map(answer::whole).toList();
    double covered = problem.value(unitsAt);
    boolean proven = answer.proof() == Answer.Proof.OPTIMAL;
    return proven || covered >= byGreedy
        ? new Placed(unitsAt, covered, proven)
        : new Placed(greedy, byGreedy, false);
  }

  private List<Integer> sites(MixedProgram program) {
    List<Integer> sites = new ArrayList<>();
    List<Term> all = new ArrayList<>();
    int room = Math.min(problem.terms().roomAtSite(), problem.terms().units());
    for (int site = 0; site < problem.sites(); site++) {
      int variable = program.whole(0, room, 0);
      sites.add(variable);
      all.add(new Term(variable, 1));
    }
    program.exactly(problem.terms().units(), all);
    if (problem.terms().newSitesMax() < problem.sites() - problem.terms().keptSites()) {
      limitNewSites(program, sites, room);
    }
    return sites;
  }

  private void limitNewSites(MixedProgram program, List<Integer> sites, int room) {
    List<Term> used = new ArrayList<>();
    for (int site = problem.terms().keptSites(); site < sites.size(); site++) {
      // With room for one a site is used as often as there are units.
      int isUsed = room == 1 ? sites.get(site) : program.whole(0, 1, 0);
      used.add(new Term(isUsed, 1));
      if (room > 1) {
        program.atLeast(0, List.of(new Term(isUsed, room), new Term(sites.get(site), -1)));
      }
    }
    program.atMost(problem.terms().newSitesMax(), used);
  }

  /** The demand by the sites that it is reached from. */
  private Map<List<Integer>, Double> zones() {
    Map<List<Integer>, Double> zones = new LinkedHashMap<>();
    for (int zone = 0; zone < problem.zones(); zone++) {
      List<Integer> from = new ArrayList<>();
      for (int site = 0; site < problem.sites(); site++) {
        if (problem.reaches(site, zone)) {
          from.add(site);
        }
      }
      if (!from.isEmpty() && problem.weight(zone) > 0) {
        zones.merge(List.copyOf(from), problem.weight(zone), Double::sum);
      }
    }
    return zones;
  }

  private void zone(MixedProgram program, List<Integer> sites, List<Integer> from, double weight) {
    List<Term> sum = new ArrayList<>();
    for (int site : from) {
      sum.add(new Term(sites.get(site), 1));
    }
    for (int k = 1; k <= levels(from.size()); k++) {
      sum.add(new Term(program.variable(0, 1, weight * problem.gain(k)), -1));
    }
    program.atLeast(0, sum);
  }

  private int levels(int sitesInReach) {
    int room = problem.terms().roomAtSite();
    int most = (int) Math.min(problem.terms().units(), (long) room * sitesInReach);
    int levels = 0;
    double left = 1;
    while (levels < most && left > LEFT_OUT_MAX && problem.gain(levels + 1) > 0) {
      levels++;
      left = StrictMath.pow(problem.terms().busy(), levels);
    }
    return levels;
  }
}
