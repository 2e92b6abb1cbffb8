package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * One who treated, decided or wrote.
 *
 * @param role what they are, for example {@code Paramedic}
 * @param registration empty for those who need none, for example an emergency care assistant
 */
public record Clinician(String name, String role, Optional<Registration> registration) {
  public Clinician {
    name = Checks.text("name", name);
    role = Checks.text("role", role);
  }

  @Override
  public String toString() {
    return "Clinician[masked]";
  }
}
