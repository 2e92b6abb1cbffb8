package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * The name of an operating area, which has one desk and one totally ordered log.
 *
 * @param value capital letters, digits and underscores, at most 32, a letter first
 */
public record AreaId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

  public AreaId {
    Require.matches("area", value, FORM);
  }
}
