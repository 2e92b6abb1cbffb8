package org.doorstep.dispatch.model;

/**
 * A crew whose break fits now.
 *
 * @param unitVersion the unit's version when it was advised
 * @param secondsLeft until the break has to begin; negative: overdue
 * @param coverLostTenThousandths of the expected demand that could not be reached in time meanwhile
 * @param minutes how long the break is
 */
public record BreakAdvice(
    UnitId unit, long unitVersion, long secondsLeft, long coverLostTenThousandths, int minutes) {}
