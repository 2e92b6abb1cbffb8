package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * Coordinates that only the holder of the incident's key can read, as Base64.
 *
 * <p>The core carries them unread: drive times arrive as quotes. When the key is erased the log
 * still verifies and the place is gone.
 */
public record SealedPlace(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{8,200}={0,2}");

  public SealedPlace {
    Require.matches("sealed place", value, FORM);
  }
}
