package org.doorstep.dispatch.policy.urgency;

/** What may change once a unit has been sent. */
public record ReassignmentRules(DivertRules divert, ExchangeRules exchange) {}
