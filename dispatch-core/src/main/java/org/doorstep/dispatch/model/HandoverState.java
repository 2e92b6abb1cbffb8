package org.doorstep.dispatch.model;

/** How far a handover to the practice has come. */
public enum HandoverState {
  /** Signed by the crew and not yet on its way. */
  SIGNED,
  /** On its way, without proof that it has arrived. */
  SENT,
  /** Proven to have arrived. */
  RECEIVED,
  /** The practice owns what was asked. */
  ACCEPTED,
  /** The practice has asked back. */
  QUERIED,
  /** The practice has said no: the hub owns it until it is redirected or given by hand. */
  REFUSED,
  /** No way of sending it has worked, or there is no practice: a person must find one. */
  UNDELIVERABLE,
  /** A person has passed it on and said so. */
  BY_HAND,
  /** Nobody is told, for a reason that the terms name: kept in the record. */
  KEPT;

  /** Whether it waits for somebody to find another way. */
  public boolean isStranded() {
    return this == REFUSED || this == UNDELIVERABLE;
  }
}
