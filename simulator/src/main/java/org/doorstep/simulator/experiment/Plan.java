package org.doorstep.simulator.experiment;

import java.util.List;
import org.doorstep.simulator.file.Difference;

/**
 * A scenario that has been read, checked and made ready.
 *
 * @param name what tables and files call it: small letters, digits and dashes
 * @param text the file as it was read
 * @param differences what it says otherwise than its base
 * @param setting what a report says of it beside
 */
public record Plan(
    String name, String text, List<Difference> differences, Trial trial, Setting setting) {
  private static final String FORM = "[a-z0-9][a-z0-9-]{0,39}";

  public Plan {
    if (!name.matches(FORM)) {
      throw new IllegalArgumentException(
          "The name (%s) of a scenario must match %s.".formatted(name, FORM));
    }
    differences = List.copyOf(differences);
  }

  /** A plan of which a report says nothing more than its name. */
  public Plan(String name, String text, List<Difference> differences, Trial trial) {
    this(name, text, differences, trial, Setting.of(name));
  }

  /** The same with what a report says of it beside. */
  public Plan with(Setting said) {
    return new Plan(name, text, differences, trial, said);
  }
}
