package org.doorstep.dispatch.model;

/**
 * One way to reach a service with a referral; services have them in the order of preference.
 *
 * @param address URL, e-mail address, telephone number or page
 */
public record ServiceEndpoint(Kind kind, String address) {
  /** How it is reached. */
  public enum Kind {
    BARS,
    EMAIL,
    TELEPHONE,
    PAGE
  }

  public ServiceEndpoint {
    if (address.isBlank()) {
      throw new IllegalArgumentException("The address of an endpoint must not be blank.");
    }
  }
}
