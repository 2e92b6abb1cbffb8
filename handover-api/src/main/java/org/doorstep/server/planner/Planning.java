package org.doorstep.server.planner;

/**
 * What planners work with on this server.
 *
 * @param processes that share the replications of one experiment
 * @param limits how many experiments are taken on
 */
public record Planning(
    ScenarioShelf scenarios, Experiments experiments, int processes, Experiments.Limits limits) {}
