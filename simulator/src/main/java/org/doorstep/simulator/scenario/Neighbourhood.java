package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How deprived the people around a point are. */
@Meaning("How deprived the people around a point are.")
public record Neighbourhood(
    @Meaning("What it is called.") String name,
    @Meaning("Degrees north.") @Bounds(least = -90, most = 90) double lat,
    @Meaning("Degrees east.") @Bounds(least = -180, most = 180) double lon,
    @Meaning("The tenth of neighbourhoods it is among, from 1, the most deprived, to 10.")
        @Bounds(least = 1, most = 10)
        int decile) {}
