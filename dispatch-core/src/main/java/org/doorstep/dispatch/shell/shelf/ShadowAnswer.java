package org.doorstep.dispatch.shell.shelf;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;

/**
 * Where a table in the shadow would have said something else.
 *
 * @param table its id
 * @param sha256 of its version
 * @param changes one at least, the gravest first
 * @param before what was answered
 * @param after what would have been
 */
public record ShadowAnswer(
    RecordId record,
    PatientId patient,
    Instant at,
    String table,
    String sha256,
    List<DecidedChange> changes,
    Decided before,
    Decided after) {
  public ShadowAnswer {
    changes = List.copyOf(changes);
  }

  /**
   * How often a version was asked in the shadow, and what came of it.
   *
   * @param asked of these all others are part
   * @param failed how often it could not be asked
   * @param kinds how many differ in which way; one difference can be of several kinds
   */
  public record Total(
      String table, String sha256, long asked, long differing, long failed, List<Count> kinds) {
    public Total {
      kinds = List.copyOf(kinds);
    }
  }

  /** How many differ in one way. */
  public record Count(DecidedChange change, long count) {}
}
