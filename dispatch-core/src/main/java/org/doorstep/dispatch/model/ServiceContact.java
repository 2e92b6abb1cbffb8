package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * How a service is reached.
 *
 * @param telephone as people dial it
 * @param directoryCode its id in the national directory of services, in digits
 * @param odsCode of the organisation that runs it, in the organisation data service
 * @param endpoint where it takes messages, if it does
 * @param invented whether number, codes and endpoint are made up, and must not be used
 */
public record ServiceContact(
    String telephone,
    String directoryCode,
    String odsCode,
    Optional<String> endpoint,
    boolean invented) {}
