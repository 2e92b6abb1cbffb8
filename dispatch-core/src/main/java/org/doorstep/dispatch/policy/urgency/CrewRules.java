package org.doorstep.dispatch.policy.urgency;

/** What is owed to crews, in minutes of the incident that they would go to; level 1 ignores all. */
public record CrewRules(
    ShiftEndRules shiftEnd, BreakRules breaks, FatigueRules fatigue, FairnessRules fairness) {}
