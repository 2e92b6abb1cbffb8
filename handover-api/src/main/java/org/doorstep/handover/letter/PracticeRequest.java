package org.doorstep.handover.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the practice is asked to do. */
public record PracticeRequest(Kind kind, List<Action> actions) {
  private static final int ACTIONS_MAX = 20;

  /** Nothing, for the record. */
  public static final PracticeRequest NONE = new PracticeRequest(Kind.FOR_INFORMATION, List.of());

  /** When responsibility has passed. */
  public enum Kind {
    /** When the practice has received it. */
    FOR_INFORMATION("For information"),
    /** When somebody at the practice has accepted what is asked. */
    ACTION_REQUESTED("Action requested");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  /**
   * One thing to do.
   *
   * @param by the last day on which it helps
   * @param why if it is not plain from the letter
   */
  public record Action(String what, LocalDate by, Optional<String> why) {
    public Action {
      what = Checks.text("what", what);
      why = Checks.text("why", why);
    }
  }

  public PracticeRequest {
    actions = List.copyOf(actions);
    Checks.within("actions", actions.size(), 0, ACTIONS_MAX);
    if ((kind == Kind.ACTION_REQUESTED) == actions.isEmpty()) {
      throw new IllegalArgumentException(
          "What is for information asks for nothing, what asks for action says for which.");
    }
  }
}
