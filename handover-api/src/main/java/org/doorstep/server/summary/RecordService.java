package org.doorstep.server.summary;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A FHIR R4 server that knows patients.
 *
 * @param base its address, without a slash at its end
 * @param token a bearer token to show
 * @param deadline for a whole summary, however many requests it takes
 */
public record RecordService(URI base, Optional<String> token, Duration deadline) {
  /** Whether an address is of the same server: scheme, host and port. */
  boolean isOrigin(URI other) {
    return base.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
        && base.getHost().equalsIgnoreCase(String.valueOf(other.getHost()))
        && port(base) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    return "RecordService[%s]".formatted(base);
  }
}
