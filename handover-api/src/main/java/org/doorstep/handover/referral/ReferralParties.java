package org.doorstep.handover.referral;

import java.util.regex.Pattern;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Organisation;

/**
 * Who asks whom.
 *
 * @param from the trust and the service through which answers reach it
 * @param to the service that is offered the patient
 * @param requester who decided to offer
 */
public record ReferralParties(Service from, Service to, Clinician requester) {
  /**
   * One entry of the directory of services.
   *
   * @param dosId digits
   */
  public record Service(Organisation organisation, String dosId, String name) {
    private static final Pattern DOS = Pattern.compile("\\d{1,15}");

    public Service {
      if (!DOS.matcher(dosId).matches()) {
        throw new IllegalArgumentException(
            "The dosId (%s) must have 1 to 15 digits.".formatted(dosId));
      }
    }

    /** The address of messages to it. */
    public String endpoint() {
      return "https://fhir.nhs.uk/Id/dos-service-id|" + dosId;
    }
  }
}
