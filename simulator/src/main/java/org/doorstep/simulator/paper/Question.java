package org.doorstep.simulator.paper;

import java.util.List;

/**
 * What a board asks: with so many people and so much more demand, which share of those conveyed
 * today is treated at the scene, and how many crews hold the mean response of C2.
 *
 * @param populations how many people, each answered apart
 * @param growthPercent by how much demand will have grown
 * @param years over how many years
 * @param targetMinutes the mean response of C2 that must be held
 * @param movedPercents shares treated at the scene instead of being conveyed as today; 0 is as
 *     today
 * @param deskFactors times that the desk takes to decide as today: 1, or shorter
 * @param replications years that an answer rests on, 2 or more
 * @param days of each that are measured
 */
public record Question(
    List<Double> populations,
    double growthPercent,
    int years,
    double targetMinutes,
    List<Double> movedPercents,
    List<Double> deskFactors,
    int replications,
    int days,
    long seed) {
  private static final int REPLICATIONS_MAX = 1_000;
  private static final double PERCENT = 100;

  public Question {
    populations = List.copyOf(populations);
    movedPercents = List.copyOf(movedPercents);
    deskFactors = List.copyOf(deskFactors);
    require(!deskFactors.isEmpty(), "desk's factors", "none", "must be one or more");
    for (double factor : deskFactors) {
      require(factor > 0, "desk's factor", Double.toString(factor), "must be more than 0");
    }
    require(!populations.isEmpty(), "populations", "none", "must be one or more");
    for (double population : populations) {
      require(population >= 1, "population", Double.toString(population), "must be 1 or more");
    }
    require(
        !movedPercents.isEmpty() && movedPercents.get(0) == 0,
        "first share",
        movedPercents.isEmpty() ? "none" : Double.toString(movedPercents.get(0)),
        "must be 0, conveying as today");
    for (double percent : movedPercents) {
      require(
          percent >= 0 && percent <= PERCENT,
          "share",
          Double.toString(percent),
          "must be from 0 to 100");
    }
    require(targetMinutes > 0, "target", Double.toString(targetMinutes), "must be more than 0");
    require(
        replications >= 2 && replications <= REPLICATIONS_MAX,
        "replications",
        Integer.toString(replications),
        "must be from 2 to " + REPLICATIONS_MAX);
    require(days >= 1, "days", Integer.toString(days), "must be 1 or more");
  }

  private static void require(boolean holds, String what, String value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("The %s (%s) %s.".formatted(what, value, rule));
    }
  }
}
