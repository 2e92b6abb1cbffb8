package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each crew waits between jobs.
 *
 * @param siteOf the number of a site, by crew
 */
public record PostPlan(List<Integer> siteOf) {
  public PostPlan {
    siteOf = List.copyOf(siteOf);
  }

  /** One crew waits elsewhere. */
  public PostPlan with(int crew, int site) {
    List<Integer> other = new ArrayList<>(siteOf);
    other.set(crew, site);
    return new PostPlan(other);
  }

  /** All crews of one site wait at another. */
  public PostPlan withAllMoved(int from, int to) {
    return new PostPlan(siteOf.stream().map(site -> site == from ? to : site).toList());
  }

  /** How many crews wait elsewhere than in another plan. */
  public int movesFrom(PostPlan other) {
    int moves = 0;
    for (int crew = 0; crew < siteOf.size(); crew++) {
      moves += siteOf.get(crew).equals(other.siteOf.get(crew)) ? 0 : 1;
    }
    return moves;
  }
}
