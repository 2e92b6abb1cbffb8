package org.doorstep.server.identity;

import java.time.Instant;

/**
 * A sign-in that is still good.
 *
 * @param expiresAt when it ends in any case
 */
public record Session(User user, Instant expiresAt) {}
