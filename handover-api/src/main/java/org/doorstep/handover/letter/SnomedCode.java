package org.doorstep.handover.letter;

import java.util.regex.Pattern;

/**
 * A code of SNOMED CT.
 *
 * @param code 6 to 18 digits
 * @param display the code's own words
 */
public record SnomedCode(String code, String display) {
  private static final Pattern FORM = Pattern.compile("[1-9]\\d{5,17}");

  public SnomedCode {
    Checks.matching("code", code, FORM);
    display = Checks.text("display", display);
  }
}
