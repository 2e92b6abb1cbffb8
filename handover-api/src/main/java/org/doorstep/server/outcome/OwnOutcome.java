package org.doorstep.server.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.report.Recontact;

/**
 * What became of one patient, for the crew that decided: neither who nor where.
 *
 * @param at when care was chosen, else when the call came
 * @param after what happened to the person afterwards
 */
public record OwnOutcome(
    Instant at, String category, Chosen chosen, List<Rule> rules, Recontact after, Taken taken) {
  public OwnOutcome {
    rules = List.copyOf(rules);
  }

  /** Where care happened. */
  public record Chosen(
      Optional<String> disposition, Optional<String> destination, boolean conveyed, boolean toEd) {}

  /** A row of a table that decided. */
  public record Rule(String table, String version, String rule) {}

  /** Who took the patient on: the last service asked, and the practice. */
  public record Taken(Optional<String> referral, Optional<String> handover) {}
}
