package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How the desk treats one level of urgency. */
@Meaning("How the desk treats one level of urgency.")
public record LevelRule(
    @Meaning("Which queue it waits in, the first is served first; in one queue, who waits longest.")
        @Bounds(least = 1, most = 5)
        int queue,
    @Meaning("Counts as waiting so much less than it does, in minutes.")
        @Bounds(least = 0, most = 1_440)
        double behindMinutes,
    @Meaning(
            "Nobody is sent while that part of the transporting crews on duty or less is free, in per cent.")
        @Bounds(least = 0, most = 100)
        double reservePercent,
    @Meaning("Until the desk has made up its mind.") Quantiles decision) {}
