package org.doorstep.dispatch.model;

/** What became of the sending of a handover. */
public enum Delivery {
  /** Handed to the channel. */
  SENT,
  /** The receiver has proven that it has it. */
  RECEIVED,
  /** No attempt will be made any more without a person. */
  FAILED
}
