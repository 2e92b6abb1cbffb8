package org.doorstep.handover.gp;

/** An answer of which nothing is taken; holds no word of it. */
public final class UntrustedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SummaryFault fault;

  /** States why. */
  public UntrustedAnswer(SummaryFault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** Why nothing is taken. */
  public SummaryFault fault() {
    return fault;
  }
}
