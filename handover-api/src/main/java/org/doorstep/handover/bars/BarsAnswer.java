package org.doorstep.handover.bars;

import java.util.Optional;

/**
 * What goes back over HTTP.
 *
 * @param body text, sent as UTF-8
 * @param tag the version of what is shown, as an entity tag
 */
public record BarsAnswer(int httpStatus, String body, String contentType, Optional<String> tag) {
  /** An answer that is no version of anything. */
  public BarsAnswer(int httpStatus, String body, String contentType) {
    this(httpStatus, body, contentType, Optional.empty());
  }

  @Override
  public String toString() {
    return "BarsAnswer[" + httpStatus + "]";
  }
}
