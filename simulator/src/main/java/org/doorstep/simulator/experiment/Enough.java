package org.doorstep.simulator.experiment;

import org.doorstep.simulator.statistics.Precision;

/**
 * When an experiment has seen enough: at the first number of replications at which half the 95 %
 * interval of a measure is small beside its mean in every scenario and, with several, half the
 * interval of each paired difference is small beside the base's mean.
 *
 * @param measure its name in tables
 * @param precision how small, and the fewest and the most replications of each scenario
 */
public record Enough(String measure, Precision precision) {}
