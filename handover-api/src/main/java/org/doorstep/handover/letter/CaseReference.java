package org.doorstep.handover.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which patient of which incident a message is about; the unit within which messages keep their
 * order.
 *
 * @param area the area's name, as in the log
 * @param incident the incident's number within the area, 1 or more
 * @param patient the patient's number within the incident, 1 or more
 */
public record CaseReference(String area, long incident, int patient) {
  private static final Pattern AREA = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
  private static final Pattern KEY =
      Pattern.compile("([A-Z][A-Z0-9_]{0,31})/(\\d{1,18})/(\\d{1,9})");

  public CaseReference {
    Checks.matching("area", area, AREA);
    if (incident < 1 || patient < 1) {
      throw new IllegalArgumentException(
          "The incident (%d) and the patient (%d) must be 1 or more.".formatted(incident, patient));
    }
  }

  /** One word for all three: {@code WEST_KENT/12/1}. */
  public String key() {
    return area + "/" + incident + "/" + patient;
  }

  /** Reads what {@link #key()} has written. */
  public static CaseReference of(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("The key of a case has the form AREA/INCIDENT/PATIENT.");
    }
    return new CaseReference(
        matcher.group(1), Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }
}
