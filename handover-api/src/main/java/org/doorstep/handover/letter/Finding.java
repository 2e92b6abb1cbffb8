package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * Something found, seen or established.
 *
 * @param code if there is one; the text says it all the same
 */
public record Finding(Kind kind, String text, Optional<SnomedCode> code) {
  /** What sort of finding. */
  public enum Kind {
    PRESENTING_COMPLAINT("Presenting complaint"),
    IMPRESSION("Impression"),
    HISTORY("Relevant history"),
    ALLERGY("Allergy or adverse reaction"),
    EXAMINATION("Examination"),
    RED_FLAG("Red flag"),
    CAPACITY("Mental capacity and consent"),
    CARE_PLAN("Advance care plan seen"),
    SAFEGUARDING("Safeguarding"),
    SOCIAL("Social context");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  public Finding {
    text = Checks.text("text", text);
  }

  @Override
  public String toString() {
    return "Finding[" + kind + ", masked]";
  }
}
