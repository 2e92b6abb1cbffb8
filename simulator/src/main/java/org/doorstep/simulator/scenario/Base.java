package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Where shifts begin and crews wait. */
@Meaning("Where shifts begin and crews wait.")
public record Base(
    @Meaning("Its name.") String name,
    @Meaning("Degrees north.") @Bounds(least = -90, most = 90) double lat,
    @Meaning("Degrees east.") @Bounds(least = -180, most = 180) double lon) {}
