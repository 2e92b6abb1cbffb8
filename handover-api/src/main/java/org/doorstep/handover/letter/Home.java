package org.doorstep.handover.letter;

import java.util.Optional;

/** How the patient is reached. */
public record Home(Optional<String> address, Optional<String> telephone) {
  /** Nothing is known. */
  public static final Home UNKNOWN = new Home(Optional.empty(), Optional.empty());

  public Home {
    address = Checks.text("address", address);
    telephone = Checks.text("telephone", telephone);
  }

  @Override
  public String toString() {
    return "Home[masked]";
  }
}
