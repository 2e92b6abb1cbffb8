package org.doorstep.server.bench;

import org.doorstep.simulator.matrix.Fleet;

/**
 * What the replications of one fleet have come to.
 *
 * @param foreseeing those of the desk that knows the future, with its own yardsticks; without any
 *     policy if it was left out
 */
record FleetSamples(Fleet fleet, PolicySamples policies, PolicySamples foreseeing) {}
