package org.doorstep.handover.letter;

import java.util.regex.Pattern;

/**
 * A trust, a practice or a service.
 *
 * @param odsCode its code in the organisation data service, capitals and digits
 * @param invented whether there is none such; messages mark it as test data, and nothing addressed
 *     to it may leave for a national service
 */
public record Organisation(String odsCode, String name, boolean invented) {
  private static final Pattern ODS = Pattern.compile("[A-Z0-9]{3,10}");

  public Organisation {
    Checks.matching("odsCode", odsCode, ODS);
    name = Checks.text("name", name);
  }
}
