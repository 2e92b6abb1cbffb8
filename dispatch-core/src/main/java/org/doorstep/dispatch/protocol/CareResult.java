package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.Vital;

/**
 * Where care should happen at least, what has to be shown beside it, and why.
 *
 * @param outcome level, destination and pre-alert
 * @param barsUseCase the referral's use case, where the destination has one
 * @param explanation for people
 * @param open what somebody still has to answer or to measure again
 * @param minimumLevel the clinical table as it was asked
 * @param wishes the table of wishes and plans as it was asked
 * @param onward whom to warn and what follows; empty in results of before that was asked
 */
public record CareResult(
    CareOutcome outcome,
    Optional<String> barsUseCase,
    Explanation explanation,
    Open open,
    TableUse minimumLevel,
    TableUse wishes,
    Optional<Onward> onward) {

  /** Where care happens. */
  public Disposition disposition() {
    return outcome.level().disposition();
  }

  /**
   * What of this goes into the log.
   *
   * @param news2 the score that counts
   */
  public CareProposal proposal(Optional<Integer> news2) {
    return new CareProposal(
        outcome.level(),
        outcome.destination(),
        outcome.preAlert(),
        outcome.hubFirst(),
        news2,
        uses().stream().map(this::rules).toList());
  }

  /** The rows that are reasons; of wishes all that matched. */
  private RuleUse rules(TableUse use) {
    List<String> reasons = explanation.reasons().stream().map(Reason::row).toList();
    boolean follows = use.table().id().equals(TableKind.FOLLOW_UP.id());
    List<String> rows =
        use.matched().stream()
            .filter(row -> use.equals(wishes) || follows || reasons.contains(row))
            .limit(follows ? 1 : use.matched().size())
            .toList();
    return new RuleUse(use.table().id(), use.table().version(), use.table().sha256(), rows);
  }

  /** Every table as it was asked, in the order of asking. */
  public List<TableUse> uses() {
    return Stream.of(
            Stream.of(minimumLevel),
            onward.stream().flatMap(each -> each.uses().stream()),
            Stream.of(wishes))
        .flatMap(each -> each)
        .toList();
  }

  /**
   * Whom to warn, what is asked of the practice, and the tables that say so.
   *
   * @param followUp if care happens where it is proposed
   * @param uses destination class, pre-alert and follow-up, in this order
   */
  public record Onward(PreAlertTeam team, FollowUp followUp, List<TableUse> uses) {
    public Onward {
      uses = List.copyOf(uses);
    }
  }

  /**
   * Why, in words.
   *
   * @param reasons one for each clinical row that matched, the deciding row first; then the row of
   *     each table that follows from it
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
   * @param missing inputs of the clinical table and of wishes that nobody has answered
   * @param implausible values of the last round that can hardly be so
   * @param contradicted findings that were ticked otherwise than a test beside them says
   * @param notAsked clinical findings that nobody has looked for
   */
  public record Open(
      List<String> missing,
      List<Vital> implausible,
      Optional<List<Finding>> contradicted,
      Optional<List<Finding>> notAsked) {
    public Open {
      missing = List.copyOf(missing);
      implausible = List.copyOf(implausible);
      contradicted = contradicted.map(List::copyOf);
      notAsked = notAsked.map(List::copyOf);
    }
  }
}
