package org.doorstep.dispatch.shell.shelf;

/** The shelf of decision tables cannot be read or written just now. */
public final class ShelfFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShelfFault(String message, Throwable cause) {
    super(message, cause);
  }
}
