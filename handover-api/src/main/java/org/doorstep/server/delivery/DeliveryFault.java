package org.doorstep.server.delivery;

/** Something could not be done now and is to be tried again; the message holds ids only. */
public final class DeliveryFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeliveryFault(String message, Throwable cause) {
    super(message, cause);
  }
}
