package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * How a service is reached.
 *
 * @param telephone as people dial it
 * @param directoryCode its id in the national directory of services, in digits
 * @param odsCode of the organisation that runs it, in the organisation data service
 * @param endpoint where it takes messages, if it does
 * @param endpoints all the ways in which it takes referrals, the preferred one first
 * @param invented whether number, codes and endpoint are made up, and must not be used
 */
public record ServiceContact(
    String telephone,
    String directoryCode,
    String odsCode,
    Optional<String> endpoint,
    boolean invented,
    Optional<List<ServiceEndpoint>> endpoints) {
  /** One that says no more than how it is reached. */
  public ServiceContact(
      String telephone,
      String directoryCode,
      String odsCode,
      Optional<String> endpoint,
      boolean invented) {
    this(telephone, directoryCode, odsCode, endpoint, invented, Optional.empty());
  }

  public ServiceContact {
    endpoints = endpoints.map(List::copyOf);
  }
}
