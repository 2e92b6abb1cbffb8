package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** What keeps crews and vehicles away. */
@Meaning("What keeps crews and vehicles away.")
public record Absence(
    @Meaning("Shifts that nobody works, in per cent.") @Bounds(least = 0, most = 100)
        double shiftsUnfilledPercent,
    @Meaning("Shifts in which the vehicle fails, in per cent.") @Bounds(least = 0, most = 100)
        double vehicleFailsPercent,
    @Meaning("How long a vehicle is off the road.") Quantiles offRoad) {}
