package org.doorstep.dispatch.shell.shelf;

/** What the shelf does not do, and why; nothing has changed. */
public final class ShelfRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why it is not done. */
  public enum Kind {
    /** No such version was ever loaded. */
    UNKNOWN_VERSION,
    /** The version's name was used before, for other bytes. */
    VERSION_TAKEN,
    /** Another version runs than the one that was looked at. */
    OUTDATED,
    /** A rule is broken that must hold of every table that decides. */
    RULES_BROKEN,
    /** The version runs: it cannot be in its own shadow. */
    IS_RUNNING,
    /** No assessment asks the table, so a shadow would never be asked. */
    NEVER_ASKED,
    /** Nothing of the table is in the shadow. */
    NO_SHADOW,
    /** No reason was given, or a novel. */
    REASON
  }

  ShelfRefusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why it is not done. */
  public Kind kind() {
    return kind;
  }
}
