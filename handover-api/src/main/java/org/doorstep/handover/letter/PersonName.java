package org.doorstep.handover.letter;

/** A person's name. */
public record PersonName(String family, String given) {
  public PersonName {
    family = Checks.text("family", family);
    given = Checks.text("given", given);
  }

  @Override
  public String toString() {
    return "PersonName[masked]";
  }
}
