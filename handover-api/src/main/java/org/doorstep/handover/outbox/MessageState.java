package org.doorstep.handover.outbox;

import java.util.Locale;

/** How far a message has come. */
public enum MessageState {
  /** To be sent, for the first time or again. */
  WAITING,
  /** Taken by the other side, who has not said yet what it makes of it. */
  SENT,
  /** The receiver has it. */
  RECEIVED,
  /** The receiver will not have it; a person decides. */
  REFUSED,
  /** It cannot be delivered; a person decides. */
  DEAD,
  /** A person has handed it over in another way. */
  BY_HAND;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MessageState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether nothing more is done about it. */
  public boolean hasEnded() {
    return this == RECEIVED || this == BY_HAND;
  }

  /** Whether only a person gets it further. */
  public boolean isException() {
    return this == REFUSED || this == DEAD;
  }
}
