package org.doorstep.simulator.fault;

/** What can go wrong around an area, and what its shell did about it; for counting. */
public enum FaultKind {
  /** A node died, with all that it had not written. */
  CRASH,
  /** A node died between deciding a batch and sending it to the log. */
  CRASH_BEFORE_APPEND,
  /** A node died after sending a batch, not knowing what became of it. */
  CRASH_AFTER_APPEND,
  /** A node died knowing that a batch is durable, before it told anybody. */
  CRASH_BEFORE_RELEASE,
  /** A node stood still as if paused, and went on later. */
  PAUSE,
  /** The nodes did not see each other, and each took itself for the owner. */
  CUT,
  /** The log stood still. */
  STALL,
  /** A node became the owner; the first one too. */
  TAKEOVER,
  /** An engine was built anew from the log. */
  RECOVERY,
  /** An append met the events of another writer. */
  FENCED,
  /** An append was not written, which the node does not know. */
  FAILED_APPEND,
  /** An append was written, which the node does not know. */
  UNANSWERED_APPEND,
  /** An append took longer than the node waited. */
  LATE_APPEND,
  /** A message was lost. */
  LOST,
  /** A message came twice. */
  DUPLICATE,
  /** A message came seconds late. */
  LATE,
  /** A client gave a command again. */
  RESEND,
  /** A command was answered from the log, without deciding again. */
  ANSWERED_FROM_LOG
}
