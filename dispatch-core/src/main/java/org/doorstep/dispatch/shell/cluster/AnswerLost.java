package org.doorstep.dispatch.shell.cluster;

/** A member of a group was asked and is gone, or cannot be reached: it will not answer. */
public final class AnswerLost extends Exception {
  private static final long serialVersionUID = 1L;

  AnswerLost(String words, Throwable cause) {
    super(words, cause);
  }

  AnswerLost(String words) {
    super(words);
  }
}
