package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * Help that a patient was offered beyond the incident.
 *
 * @param what the service and what it is for, as a reader names it
 * @param leaflet what was given or read out, by its title
 */
public record WellbeingOffer(String what, Answer answer, Optional<String> leaflet) {
  /** What the patient made of it. */
  public enum Answer {
    GIVEN("told about it"),
    ACCEPTED("wants it"),
    DECLINED("does not want it");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  public WellbeingOffer {
    what = Checks.text("what", what);
    leaflet = Checks.text("leaflet", leaflet);
  }
}
