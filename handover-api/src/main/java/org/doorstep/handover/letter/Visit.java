package org.doorstep.handover.letter;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;

/**
 * Where, when, why and who.
 *
 * @param reason why help was asked for, in a few words
 * @param category how soon it was needed, as last decided
 * @param crews empty where nobody went
 */
public record Visit(
    VisitTimes times, Scene scene, String reason, Optional<Category> category, List<Crew> crews) {
  public Visit {
    reason = Checks.text("reason", reason);
    crews = List.copyOf(crews);
  }

  @Override
  public String toString() {
    return "Visit[masked]";
  }
}
