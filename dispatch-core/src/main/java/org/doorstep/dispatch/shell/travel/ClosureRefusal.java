package org.doorstep.dispatch.shell.travel;

/** A closure cannot be written as things stand; nothing was changed. */
public final class ClosureRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Kind {
    /** There is no closure of that id. */
    UNKNOWN,
    /** Somebody has changed it since it was looked at. */
    OUTDATED,
    /** So many closures hold or come that one more is not taken. */
    TOO_MANY
  }

  private final Kind kind;

  ClosureRefusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why not. */
  public Kind kind() {
    return kind;
  }
}
