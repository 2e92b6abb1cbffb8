package org.doorstep.handover.referral;

import java.util.List;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Visit;

/**
 * What the service is to know.
 *
 * @param asked what is wanted of it, in a sentence
 * @param lines what is to be read first, in the order in which it is to be read: of a pre-alert
 *     ATMIST
 * @param safety whether it is safe to go there; must be said, if only that it is not known
 */
public record ReferralContent(
    String asked, List<String> lines, SceneSafety safety, Visit visit, Clinical clinical) {
  /** As the standard asks. */
  public enum SceneSafety {
    SAFE("S", "The Scene is safe"),
    UNSAFE("U", "The Scene is unsafe"),
    UNKNOWN("UNK", "Unknown");

    private final String code;
    private final String display;

    SceneSafety(String code, String display) {
      this.code = code;
      this.display = display;
    }

    /** The standard's code. */
    public String code() {
      return code;
    }

    /** The code's own words. */
    public String display() {
      return display;
    }
  }

  /** An offer, whose findings say all. */
  public ReferralContent(String asked, SceneSafety safety, Visit visit, Clinical clinical) {
    this(asked, List.of(), safety, visit, clinical);
  }

  public ReferralContent {
    lines = List.copyOf(lines);
    asked = asked.strip();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("A referral must say what is asked.");
    }
  }

  @Override
  public String toString() {
    return "ReferralContent[masked]";
  }
}
