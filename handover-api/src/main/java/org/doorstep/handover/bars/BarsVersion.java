package org.doorstep.handover.bars;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;

/**
 * One message about a request, as it was received; the later ones do not overwrite it.
 *
 * @param entry where the body lies as it came
 * @param at when it was first taken
 * @param command what was made of it; an event of the log is known by it
 * @param incident what it became or was added to, once that is put down
 */
public record BarsVersion(
    Names names,
    Asked asked,
    RecordId entry,
    Instant at,
    Optional<CommandId> command,
    Optional<IncidentId> incident) {
  /**
   * By what it is known.
   *
   * @param identity SHA-256 of its content
   * @param sender as {@link BarsEnvelope#sender()}
   * @param request the id of the request, in lower case
   * @param message the bundle's id, which an answer names
   */
  public record Names(String identity, String sender, String request, Optional<String> message) {}

  /** What it asks. */
  public record Asked(
      BarsRequest.Purpose purpose, Optional<String> useCase, BarsRequest.Status status) {}
}
