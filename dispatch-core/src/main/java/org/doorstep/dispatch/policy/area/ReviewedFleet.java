package org.doorstep.dispatch.policy.area;

import org.doorstep.dispatch.model.FleetReview.FleetAdvice;

/**
 * A policy's answer about the units as a whole.
 *
 * @param policy the policy's name and version, as {@code name/version}
 * @param uncoveredTenThousandths of the expected demand that could not be reached in time
 */
public record ReviewedFleet(String policy, long uncoveredTenThousandths, FleetAdvice advice) {}
