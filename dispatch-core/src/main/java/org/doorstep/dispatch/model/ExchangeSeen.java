package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * The versions that a person had on screen when one unit was let take over from another.
 *
 * @param incident of the incident that changes hands
 * @param leaves of the unit that is let go
 * @param comes of the unit that takes over
 * @param onto of the incident that the unit let go is sent to, if there is one
 */
public record ExchangeSeen(long incident, long leaves, long comes, Optional<Long> onto) {}
