package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What a recommendation comes to when the whole area is weighed.
 *
 * @param model SHA-256 of rules and cover table that were used, in hexadecimal
 * @param automatic why the area's automatic dispatch left it to a person; empty where it did not
 *     have to
 * @param exchange a better way by letting one unit take over from another, if there is one
 */
public record Advice(
    Verdict verdict,
    String model,
    Optional<AutomaticHold> automatic,
    Optional<ExchangeAdvice> exchange) {}
