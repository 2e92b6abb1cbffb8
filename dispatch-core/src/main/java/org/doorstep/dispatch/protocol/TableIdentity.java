package org.doorstep.dispatch.protocol;

import java.util.regex.Pattern;

/**
 * Which table exactly.
 *
 * @param id stable over all versions
 * @param version of the table's content
 * @param sha256 of the file it was compiled from, in hexadecimal
 */
public record TableIdentity(String id, String version, String sha256) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public TableIdentity {
    check("table", id, ID);
    check("hash of the table", sha256, HASH);
    if (version.isBlank()) {
      throw new IllegalArgumentException("The table (%s) must have a version.".formatted(id));
    }
  }

  private static void check(String name, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The %s (%s) must match %s.".formatted(name, value, form.pattern()));
    }
  }
}
