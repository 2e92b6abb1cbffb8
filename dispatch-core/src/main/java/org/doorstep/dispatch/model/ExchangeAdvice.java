package org.doorstep.dispatch.model;

/**
 * An exchange that would help, and by how much.
 *
 * @param gainSeconds weighted seconds that both patients together would gain, more than 0
 * @param incidentLaterSeconds how much later the first patient would be reached; negative: sooner
 */
public record ExchangeAdvice(Exchange exchange, long gainSeconds, long incidentLaterSeconds) {
  public ExchangeAdvice {
    Require.atLeast("gain of an exchange in seconds", gainSeconds, 1);
  }
}
