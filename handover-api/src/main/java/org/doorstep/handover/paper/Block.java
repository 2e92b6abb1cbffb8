package org.doorstep.handover.paper;

/** One paragraph of a letter on paper. Holds patient data. */
record Block(Kind kind, String text) {
  /** What it is, for the eye and for who has it read aloud. */
  enum Kind {
    TITLE("H1", 17, 6, 6),
    HEADING("H2", 12.5f, 12, 3),
    TEXT("P", 10.5f, 0, 1.5f);

    private final String tag;
    private final float points;
    private final float above;
    private final float below;

    Kind(String tag, float points, float above, float below) {
      this.tag = tag;
      this.points = points;
      this.above = above;
      this.below = below;
    }

    /** As the structure of the document names it. */
    String tag() {
      return tag;
    }

    /** The size of its type, in points. */
    float points() {
      return points;
    }

    /** The room above it, in points. */
    float above() {
      return above;
    }

    /** The room below it, in points. */
    float below() {
      return below;
    }

    /** How high one line of it is, in points. */
    float lineHeight() {
      return points * 1.32f;
    }

    /** Whether what follows must stand on the same sheet. */
    boolean leads() {
      return this == TITLE || this == HEADING;
    }
  }

  @Override
  public String toString() {
    return "Block[" + kind + ", masked]";
  }
}
