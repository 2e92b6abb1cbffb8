package org.doorstep.handover.gp;

import java.util.List;
import java.util.Optional;

/**
 * The advance care plans, in the order of their legal precedence, the latest of a kind first.
 *
 * @param fault why it is not whole; what was read until then stands
 */
public record PlanSection(SectionState state, List<KnownPlan> plans, Optional<SummaryFault> fault) {
  public PlanSection {
    plans = List.copyOf(plans);
  }

  @Override
  public String toString() {
    return "PlanSection[masked]";
  }
}
