package org.doorstep.server.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user does in the service. */
public enum Role {
  /** Takes calls and sends units. */
  DESK,
  /** Goes to patients. */
  CREW,
  /** Clinical navigation. */
  HUB,
  /** Primary care. */
  PRACTICE,
  /** An acute hospital. */
  HOSPITAL,
  /** A community service. */
  SERVICE,
  /** Asks the simulator. */
  PLANNER,
  /** Manages users; reads nothing clinical. */
  ADMIN;

  /** The word on the wire, for example {@code desk}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word, if there is one. */
  public static Optional<Role> find(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
