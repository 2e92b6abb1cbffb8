package org.doorstep.dispatch.policy.area;

import java.util.Optional;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.policy.Ranking;

/**
 * A policy's answer for one incident.
 *
 * @param advice what it comes to when the whole area is weighed; empty where only this incident was
 *     looked at
 */
public record Recommended(Ranking ranking, Optional<Advice> advice) {}
