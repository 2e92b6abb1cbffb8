package org.doorstep.dispatch.shell;

/** A command that got no reply of the area; a refusal by the rules is a reply, not a fault. */
public final class SubmissionFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is no reply, with what can be done. */
  public enum Kind {
    /** Too many commands wait; try again shortly with the same id. */
    BUSY(1),
    /** The outcome is not known; ask again with the same id to learn it. */
    UNKNOWN(2),
    /** The id was used before for something else; nothing was done. */
    KEY_REUSED(3),
    /** An invariant does not hold for this command; nothing was done. Needs an engineer. */
    BROKEN(4),
    /** This node cannot know who decides: nothing was done. Another node may serve. */
    CUT_OFF(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** The stable number on the event bus. */
    public int number() {
      return number;
    }

    /** The kind of a number, {@link #UNKNOWN} for any that is not known here. */
    public static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  private final Kind kind;

  /** States the fault in words without patient data. */
  public SubmissionFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why there is no reply. */
  public Kind kind() {
    return kind;
  }
}
