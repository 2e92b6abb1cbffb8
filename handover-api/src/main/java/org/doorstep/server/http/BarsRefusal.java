package org.doorstep.server.http;

import org.doorstep.handover.bars.BarsFault;

/** A request of another system that cannot be taken; answered as an outcome of FHIR. */
final class BarsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient BarsFault fault;

  BarsRefusal(BarsFault fault) {
    super(fault.sentence(), null, false, false);
    this.fault = fault;
  }

  BarsFault fault() {
    return fault;
  }
}
