package org.doorstep.handover.letter;

import java.util.List;

/** Those who went, under one call sign. */
public record Crew(String callSign, List<Clinician> members) {
  public Crew {
    callSign = Checks.text("callSign", callSign);
    members = List.copyOf(members);
  }
}
