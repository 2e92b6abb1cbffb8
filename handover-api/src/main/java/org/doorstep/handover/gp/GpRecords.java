package org.doorstep.handover.gp;

import java.util.Optional;

/** Where the records of practices are read. */
public interface GpRecords {
  /** Nothing is known of anybody. */
  GpRecords NONE = nhsNumber -> Optional.empty();

  /**
   * The record of whoever has that number; empty where there is none, which says nothing about the
   * patient.
   *
   * @param nhsNumber ten digits, right or wrong
   */
  Optional<GpRecord> find(String nhsNumber);
}
