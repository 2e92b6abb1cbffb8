package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Vital;

/**
 * Where care should happen at least, what has to be shown beside it, and why.
 *
 * @param outcome level, destination and pre-alert of the deciding row
 * @param barsUseCase the referral's use case, where the destination has one
 * @param explanation for people
 * @param open what somebody still has to answer or to measure again
 * @param minimumLevel the clinical table as it was asked
 * @param wishes the table of wishes and plans as it was asked
 */
public record CareResult(
    CareOutcome outcome,
    Optional<String> barsUseCase,
    Explanation explanation,
    Open open,
    TableUse minimumLevel,
    TableUse wishes) {

  /** Where care happens. */
  public Disposition disposition() {
    return outcome.level().disposition();
  }

  /**
   * Why, in words.
   *
   * @param reasons one for each clinical row that matched, the deciding row first
   * @param notes of wishes and plans, in the order of their table
   */
  public record Explanation(List<Reason> reasons, List<Note> notes) {
    public Explanation {
      reasons = List.copyOf(reasons);
      notes = List.copyOf(notes);
    }
  }

  /** A row and its plain sentence. */
  public record Reason(String row, String words) {}

  /** What a row of wishes and plans asks for, and its plain sentence. */
  public record Note(String row, CareAction action, String words) {}

  /**
   * What is still open.
   *
   * @param missing inputs of either table that nobody has answered
   * @param implausible values of the last round that can hardly be so
   */
  public record Open(List<String> missing, List<Vital> implausible) {
    public Open {
      missing = List.copyOf(missing);
      implausible = List.copyOf(implausible);
    }
  }
}
