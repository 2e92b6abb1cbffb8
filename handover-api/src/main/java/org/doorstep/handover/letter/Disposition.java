package org.doorstep.handover.letter;

/** Where care happens. */
public enum Disposition {
  HEAR_AND_TREAT("Advice by telephone, nobody went", false),
  TREAT_AT_SCENE("Treated at the scene and left there", false),
  COMMUNITY("Passed to a community service", true),
  ACUTE("Taken to an acute destination", true);

  private final String words;
  private final boolean needsDestination;

  Disposition(String words, boolean needsDestination) {
    this.words = words;
    this.needsDestination = needsDestination;
  }

  /** As a reader sees it. */
  public String words() {
    return words;
  }

  /** Whether somebody else has the patient now, who must be named. */
  public boolean needsDestination() {
    return needsDestination;
  }
}
