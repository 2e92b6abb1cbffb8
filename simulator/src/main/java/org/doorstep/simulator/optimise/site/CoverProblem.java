package org.doorstep.simulator.optimise.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The question at which sites units should wait so that most demand is covered: a zone is covered
 * by a unit that reaches it within a limit.
 *
 * <p>A unit is busy for a share of the time, whatever others do [1]: the k-th unit that reaches a
 * zone adds {@code (1 - busy) busy^(k-1)} of its demand. With units that are never busy the first
 * alone counts, which is the maximal covering location problem [2].
 *
 * <p>[1] Daskin: A Maximum Expected Covering Location Model. Transportation Science 17 (1983). [2]
 * Church, ReVelle: The Maximal Covering Location Problem. 1974.
 *
 * <p>Immutable.
 */
public final class CoverProblem {
  private final double[] weights;
  private final boolean[][] reaches;
  private final Terms terms;

  /** By number of units that reach a zone: what share of its demand is then covered. */
  private final double[] covered;

  /**
   * What is asked.
   *
   * @param units that are to be placed, 1 to {@link #UNITS_MAX}
   * @param busy share of the time that a unit cannot be sent, 0 to less than 1
   * @param roomAtSite units at one site at most, 1 or more
   * @param keptSites so many sites, the first, are there anyway, 0 or more
   * @param newSitesMax of the others, so many may be used, 0 or more
   */
  public record Terms(int units, double busy, int roomAtSite, int keptSites, int newSitesMax) {
    /** More than a county has. */
    public static final int UNITS_MAX = 500;

    public Terms {
      if (units < 1 || units > UNITS_MAX) {
        throw new IllegalArgumentException(
            "The units (%d) to be placed must be from 1 to %d.".formatted(units, UNITS_MAX));
      }
      if (!(busy >= 0 && busy < 1)) {
        throw new IllegalArgumentException(
            "The busy share (%s) must be 0 or more and less than 1.".formatted(busy));
      }
      if (roomAtSite < 1) {
        throw new IllegalArgumentException(
            "The room (%d) at a site must be 1 or more.".formatted(roomAtSite));
      }
      if (keptSites < 0 || newSitesMax < 0) {
        throw new IllegalArgumentException(
            "The kept sites (%d) and the new ones (%d) must be 0 or more."
                .formatted(keptSites, newSitesMax));
      }
    }

    /** The terms where all sites may be used. */
    public static Terms anywhere(int units, double busy, int roomAtSite) {
      return new Terms(units, busy, roomAtSite, 0, Integer.MAX_VALUE);
    }
  }

  /**
   * A problem.
   *
   * @param weights demand by zone, 0 or more
   * @param reaches by site and zone: whether a unit there is in time
   */
  public CoverProblem(List<Double> weights, List<List<Boolean>> reaches, Terms terms) {
    long kept = Math.min(terms.keptSites(), reaches.size());
    long usable = kept + Math.min(terms.newSitesMax(), reaches.size() - kept);
    if (usable * terms.roomAtSite() < terms.units()) {
      throw new IllegalArgumentException(
          "The sites that may be used (%d) must have room for %d units; each has room for %d."
              .formatted(usable, terms.units(), terms.roomAtSite()));
    }
    this.terms = terms;
    this.weights = weights.stream().mapToDouble(each -> each).toArray();
    this.reaches = new boolean[reaches.size()][weights.size()];
    for (int site = 0; site < reaches.size(); site++) {
      for (int zone = 0; zone < weights.size(); zone++) {
        this.reaches[site][zone] = reaches.get(site).get(zone);
      }
    }
    covered = new double[terms.units() + 1];
    for (int units = 1; units < covered.length; units++) {
      covered[units] = 1 - StrictMath.pow(terms.busy(), units);
    }
  }

  /** What is asked. */
  public Terms terms() {
    return terms;
  }

  /** How many sites there are. */
  public int sites() {
    return reaches.length;
  }

  int zones() {
    return weights.length;
  }

  double weight(int zone) {
    return weights[zone];
  }

  boolean reaches(int site, int zone) {
    return reaches[site][zone];
  }

  /** What the k-th unit that reaches a zone adds, as a share of its demand; k from 1. */
  double gain(int k) {
    return covered[k] - covered[k - 1];
  }

  /** The demand that is covered by so many units at each site. */
  public double value(List<Integer> unitsAt) {
    double value = 0;
    for (int zone = 0; zone < weights.length; zone++) {
      int reaching = 0;
      for (int site = 0; site < reaches.length; site++) {
        reaching += reaches[site][zone] ? unitsAt.get(site) : 0;
      }
      value += weights[zone] * covered[Math.min(reaching, terms.units())];
    }
    return value;
  }

  /** The demand that there is. */
  public double demand() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** Whether one more unit may be at a site. */
  boolean hasRoom(List<Integer> unitsAt, int site) {
    if (unitsAt.get(site) > 0 || site < terms.keptSites()) {
      return unitsAt.get(site) < terms.roomAtSite();
    }
    return newSites(unitsAt) < terms.newSitesMax();
  }

  private int newSites(List<Integer> unitsAt) {
    int used = 0;
    for (int site = terms.keptSites(); site < unitsAt.size(); site++) {
      used += unitsAt.get(site) > 0 ? 1 : 0;
    }
    return used;
  }

  /** No unit anywhere. */
  List<Integer> nowhere() {
    return new ArrayList<>(Collections.nCopies(reaches.length, 0));
  }
}
