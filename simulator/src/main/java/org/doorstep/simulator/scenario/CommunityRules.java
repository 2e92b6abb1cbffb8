package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How community services answer. */
@Meaning("How community services answer.")
public record CommunityRules(
    @Meaning("Until a service answers.") Quantiles answer,
    @Meaning("How long it may take before the next is asked, in seconds.")
        @Bounds(least = 60, most = 7_200)
        int answerSeconds,
    @Meaning("Taken on, in per cent.") @Bounds(least = 0, most = 100) double acceptPercent,
    @Meaning("Patients that one service takes on in a day.") @Bounds(least = 0, most = 10_000)
        int perDay,
    @Meaning("Until the visit.") Quantiles visit,
    @Meaning("Visits that do not happen and are arranged anew, in per cent.")
        @Bounds(least = 0, most = 100)
        double missedPercent) {}
