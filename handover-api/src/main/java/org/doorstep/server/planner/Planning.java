package org.doorstep.server.planner;

/**
 * What planners work with on this server.
 *
 * @param processes that share the replications of one experiment
 * @param limits how many experiments are taken on
 * @param desk is told whether somebody waits for an answer of the server
 */
public record Planning(
    ScenarioShelf scenarios,
    Experiments experiments,
    int processes,
    Experiments.Limits limits,
    DeskWaits desk) {}
