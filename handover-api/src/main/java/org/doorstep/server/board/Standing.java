package org.doorstep.server.board;

/** Whether commands are taken on this node just now, and if not, why. */
public enum Standing {
  DECIDING("Commands are taken."),
  OWNER_LOST("The area does not take commands: nobody decides for it just now."),
  DATABASE_LOST("The area does not take commands: its log cannot be read."),
  NODE_CUT("This node is cut off from the other nodes and takes no commands.");

  private final String sentence;

  Standing(String sentence) {
    this.sentence = sentence;
  }

  /** For people and monitors. */
  public String sentence() {
    return sentence;
  }
}
