package org.doorstep.server.planner;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.start.WhatIf;

/**
 * What a planner wants to have run.
 *
 * @param title in the planner's words, 1 to 100 characters; empty: the names of the scenarios
 * @param scenarios their names, 1 to 8; the others are compared with the first
 * @param seed of all chance, 0 to 2^53 - 1, which a browser can hold
 * @param days how many are measured, 1 to 366; empty: what each scenario says
 * @param replications how often each is run, 2 to 500; given if and only if precision is not
 * @param precision until how well the mean is known
 * @param hoursFromNow begins with the area as it stands now and measures so many hours, 1 to 72; in
 *     place of days
 */
public record ExperimentOrder(
    Optional<String> title,
    List<String> scenarios,
    long seed,
    Optional<Integer> days,
    Optional<Integer> replications,
    Optional<Precision> precision,
    Optional<Integer> hoursFromNow) {
  private static final int TITLE_LENGTH_MAX = 100;
  private static final int SCENARIOS_MAX = 8;
  private static final int DAYS_MAX = 366;
  private static final int REPLICATIONS_MIN = 2;
  private static final int REPLICATIONS_MAX = 500;
  private static final long SEED_MAX = 9_007_199_254_740_991L;

  /**
   * When enough is known.
   *
   * @param percent half the width of the 95 % interval, in per cent of the mean, 0.5 to 50
   * @param of the key of the measure
   * @param least replications, 2 or more
   * @param most replications, up to 500
   */
  public record Precision(double percent, String of, int least, int most) {}

  /**
   * Of what was asked for.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public ExperimentOrder {
    scenarios = List.copyOf(scenarios);
    title = title.map(String::strip).filter(words -> !words.isEmpty());
    if (title.filter(words -> words.length() > TITLE_LENGTH_MAX).isPresent()) {
      throw invalid("The title may have %d characters.".formatted(TITLE_LENGTH_MAX));
    }
    if (scenarios.isEmpty() || scenarios.size() > SCENARIOS_MAX) {
      throw invalid("1 to %d scenarios are run side by side.".formatted(SCENARIOS_MAX));
    }
    if (scenarios.stream().distinct().count() < scenarios.size()) {
      throw invalid("A scenario is named twice.");
    }
    if (seed < 0 || seed > SEED_MAX) {
      throw invalid("The seed (%d) must be in [0, %d].".formatted(seed, SEED_MAX));
    }
    days.ifPresent(each -> require("days", each, 1, DAYS_MAX));
    hoursFromNow.ifPresent(each -> require("hours from now", each, 1, WhatIf.HOURS_MAX));
    if (days.isPresent() && hoursFromNow.isPresent()) {
      throw invalid("Either days or hours from now are measured, not both.");
    }
    replications.ifPresent(
        each -> require("replications", each, REPLICATIONS_MIN, REPLICATIONS_MAX));
    if (replications.isPresent() == precision.isPresent()) {
      throw invalid("Either the replications or the precision must be given.");
    }
    precision.ifPresent(ExperimentOrder::check);
  }

  private static void check(Precision precision) {
    if (!(precision.percent() >= 0.5 && precision.percent() <= 50)) {
      throw invalid("The precision (%s %%) must be in [0.5, 50].".formatted(precision.percent()));
    }
    if (!precision.of().matches("[a-z0-9-]{1,60}")) {
      throw invalid("The measure of the precision is none.");
    }
    require("least replications", precision.least(), REPLICATIONS_MIN, REPLICATIONS_MAX);
    require("most replications", precision.most(), precision.least(), REPLICATIONS_MAX);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw invalid("The %s (%d) must be in [%d, %d].".formatted(name, value, least, most));
    }
  }

  private static IllegalArgumentException invalid(String words) {
    return new IllegalArgumentException(words);
  }

  /** Whether it begins with the area as it stands now. */
  boolean isFromLive() {
    return hoursFromNow.isPresent();
  }

  /** The title, or the names of the scenarios. */
  public String words() {
    return title.orElseGet(() -> String.join(", ", scenarios));
  }
}
