package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.TravelQuote;

/**
 * What a policy may look at when it ranks units for one incident.
 *
 * @param needs what the incident needs
 * @param units all units on shift, in the order of their call signs
 * @param quotes the drives that are known, at most one for each unit, in any order
 * @param now when the question was asked
 */
public record Snapshot(
    Capabilities needs, List<ClinicalUnit> units, List<TravelQuote> quotes, Instant now) {
  public Snapshot {
    units = List.copyOf(units);
    quotes = List.copyOf(quotes);
  }
}
