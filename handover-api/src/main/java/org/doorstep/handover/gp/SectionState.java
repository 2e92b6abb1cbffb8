package org.doorstep.handover.gp;

/** What an answer says of a section. Nothing received is never the same as none. */
public enum SectionState {
  ENTRIES,
  /** The record says in a code of its own that there are none. */
  NONE_RECORDED,
  /** Nothing has come. Whether there is anything is not known. */
  NOTHING_RECEIVED
}
