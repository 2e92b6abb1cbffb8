package org.doorstep.simulator.scenario;

import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** How callers behave. */
@Meaning("How callers behave.")
public record CallerRules(
    @Meaning("Hang up before they are answered, in per cent.") @Bounds(least = 0, most = 100)
        double abandonPercent,
    @Meaning("Of those, call again, in per cent.") @Bounds(least = 0, most = 100)
        double recallPercent,
    @Meaning("Until they call again.") Quantiles recall,
    @Meaning("Between two calls of one who waits; they call until a crew is there.")
        Quantiles repeat,
    @Meaning("Call off before a crew is there, in per cent.") @Bounds(least = 0, most = 100)
        double callOffPercent,
    @Meaning("Until they call off.") Quantiles callOff,
    @Meaning("After so many hours without a crew they find a way of their own.")
        @Bounds(least = 1, most = 168)
        double giveUpHours) {}
