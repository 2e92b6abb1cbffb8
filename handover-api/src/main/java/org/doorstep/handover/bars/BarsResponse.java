package org.doorstep.handover.bars;

import java.time.Instant;
import java.util.UUID;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;

/**
 * One message that tells a sender what has become of its request.
 *
 * @param id the message's identity, by which a repeat is known
 * @param of the request, with the versions that were known
 * @param ours how we name the case
 * @param us who answers
 * @param at when the change was decided
 */
public record BarsResponse(UUID id, BarsCase of, Ours ours, Us us, BarsWord word, Instant at) {
  /**
   * The area's own case.
   *
   * @param encounter the identity of our encounter, the same in every message about the request
   */
  public record Ours(AreaId area, IncidentId incident, UUID encounter) {}

  /**
   * Who answers.
   *
   * @param odsCode of the trust
   * @param dosId digits
   * @param invented whether there is no such trust; its messages are marked as test data
   */
  public record Us(String odsCode, String name, String dosId, boolean invented) {
    /** The address of messages to us. */
    public String endpoint() {
      return "https://fhir.nhs.uk/Id/dos-service-id|" + dosId;
    }
  }

  /** Whether the sender's triage was to be looked at again. */
  public boolean isValidation() {
    return of.whole().asked().purpose() == BarsRequest.Purpose.VALIDATION;
  }

  /** Whether it is the whole answer to a validation: outcome and category go with it. */
  public boolean isFull() {
    return isValidation()
        && (word.status() == BarsWord.Status.TRIAGED || word.status() == BarsWord.Status.FINISHED);
  }

  @Override
  public String toString() {
    return "BarsResponse[" + id + ", masked]";
  }
}
