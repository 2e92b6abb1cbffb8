package org.doorstep.dispatch.shell.reference;

import java.util.Optional;
import org.doorstep.dispatch.policy.urgency.DispatchRules;

/**
 * What an area says of how its units are sent and moved.
 *
 * @param places where calls come from, and how many; empty: cover is left aside
 */
public record WeighedArea(DispatchRules rules, Optional<Places> places) {
  /** Where calls come from, and when. */
  public record Places(Settlements settlements, DemandForecast forecast) {}

  /** West Kent as it ships. */
  public static WeighedArea westKent() {
    return new WeighedArea(
        DispatchRulesFile.westKent(),
        Optional.of(new Places(Settlements.westKent(), DemandForecast.westKent())));
  }
}
