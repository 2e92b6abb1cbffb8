package org.doorstep.handover.outbox;

import java.util.regex.Pattern;

/**
 * Where a message goes.
 *
 * @param channel the channel's name
 * @param to the receiver, in the channel's own words; never a URL: channels know where it is
 */
public record Address(String channel, String to) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public Address {
    if (!FORM.matcher(channel).matches() || !FORM.matcher(to).matches()) {
      throw new IllegalArgumentException(
          "The address (%s %s) must be of letters, digits, dots and dashes."
              .formatted(channel, to));
    }
  }
}
