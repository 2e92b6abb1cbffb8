package org.doorstep.handover.letter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.handover.letter.Registration.Regulator;

/**
 * One who treated, decided or wrote.
 *
 * @param role what they are, for example {@code Paramedic}
 * @param registration empty for those who need none, for example an emergency care assistant
 */
public record Clinician(String name, String role, Optional<Registration> registration) {
  private static final Pattern SIGNATURE =
      Pattern.compile("([^,]{1,100}), ([^,]{1,100}), (HCPC|NMC|GMC) ([0-9A-Z]{1,10})");

  public Clinician {
    name = Checks.text("name", name);
    role = Checks.text("role", role);
  }

  /**
   * Reads a signature such as {@code Alex Sample, Paramedic, HCPC PA000001}.
   *
   * @return empty where it is none of somebody registered
   */
  public static Optional<Clinician> find(String signature) {
    Matcher matcher = SIGNATURE.matcher(signature.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Registration registration =
          new Registration(Regulator.valueOf(matcher.group(3)), matcher.group(4));
      return Optional.of(
          new Clinician(matcher.group(1), matcher.group(2), Optional.of(registration)));
    } catch (IllegalArgumentException e) {
      // A number that the regulator does not give.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Clinician[masked]";
  }
}
