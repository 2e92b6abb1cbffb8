package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Where care should happen, as the hub and a crew speak of it.
 *
 * @param kind what kind of place or service, if it was said
 * @param service which one, if it was said
 */
public record Outcome(
    Disposition disposition, Optional<DestinationClass> kind, Optional<ServiceId> service) {}
