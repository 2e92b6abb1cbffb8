package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Where calls come from: so many places by roads, near settlements, as people live there. */
@Meaning("Where calls come from.")
public record CallPlaces(
    @Meaning("How many places; a table of drive times among all is kept.")
        @Bounds(least = 1, most = 6_000)
        int count,
    @Meaning("Chooses the places; the same in all replications.")
        @Bounds(least = 0, most = 1_000_000_000)
        long seed) {}
