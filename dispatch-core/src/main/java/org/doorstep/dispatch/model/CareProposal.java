package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * What the protocol tables propose for an assessed patient; people decide.
 *
 * @param preAlert whether the destination is warned before arrival
 * @param hubFirst whether the hub is spoken to before anything less is done
 * @param news2 the score that counts, 0 to 20: the worse of the last two rounds; empty while the
 *     newest is incomplete or no score is validated for the patient
 * @param rules the tables that were asked, in the order of asking
 */
public record CareProposal(
    CareLevel level,
    DestinationClass destination,
    boolean preAlert,
    boolean hubFirst,
    Optional<Integer> news2,
    List<RuleUse> rules) {
  private static final int NEWS2_MAX = 20;

  public CareProposal {
    if (news2.isPresent()) {
      Require.atLeast("NEWS2", news2.get(), 0);
      Require.atMost("NEWS2", news2.get(), NEWS2_MAX);
    }
    rules = List.copyOf(rules);
  }
}
