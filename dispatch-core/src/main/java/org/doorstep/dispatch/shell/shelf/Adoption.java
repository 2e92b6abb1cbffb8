package org.doorstep.dispatch.shell.shelf;

import java.time.Instant;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.protocol.TableKind;

/**
 * What was said of one version of a table in one area: a line that is appended and never changed.
 *
 * @param sha256 of the version
 * @param from since when it holds
 * @param reason why, in the words of whoever said it; 1 to {@link #REASON_LENGTH_MAX} characters
 */
public record Adoption(
    TableKind kind, String sha256, State state, Instant from, Actor by, String reason) {
  /** As much as a person reads in a list. */
  public static final int REASON_LENGTH_MAX = 500;

  /** What the version is from then on. */
  public enum State {
    /** It decides. */
    RUNNING,
    /** It is asked after the answer has gone out, and only its differences are kept. */
    SHADOW,
    /** It is asked no more. */
    SHADOW_ENDED
  }

  public Adoption {
    if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
      throw new ShelfRefusal(
          ShelfRefusal.Kind.REASON,
          "The reason (%d characters) must have 1 to %d."
              .formatted(reason.strip().length(), REASON_LENGTH_MAX));
    }
  }
}
