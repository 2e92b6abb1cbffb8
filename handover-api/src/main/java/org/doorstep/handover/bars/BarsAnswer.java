package org.doorstep.handover.bars;

/**
 * What goes back over HTTP.
 *
 * @param body text, sent as UTF-8
 */
public record BarsAnswer(int httpStatus, String body, String contentType) {
  @Override
  public String toString() {
    return "BarsAnswer[" + httpStatus + "]";
  }
}
