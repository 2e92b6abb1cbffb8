package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * A place inside a hospital, for example {@code RESUS 2}.
 *
 * @param value a name of a place, never of a person
 */
public record Bay(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9 /-]{0,15}");

  public Bay {
    Require.matches("bay", value, FORM);
  }
}
