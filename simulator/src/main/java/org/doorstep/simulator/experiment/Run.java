package org.doorstep.simulator.experiment;

import java.util.Optional;

/**
 * One replication of one scenario.
 *
 * @param replication from 1
 * @param measured empty where it failed
 * @param failure why it failed, with where in the program; empty where it did not
 */
public record Run(
    String scenario,
    int replication,
    long seed,
    Optional<Measured> measured,
    Optional<String> failure) {}
