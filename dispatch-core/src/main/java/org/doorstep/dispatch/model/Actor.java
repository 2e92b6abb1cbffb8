package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * Who asked, as the server knows it: {@code user:ID}, {@code system:PART} or {@code bars:SERVICE}.
 *
 * @param value never a person's name
 */
public record Actor(String value) {
  private static final Pattern FORM =
      Pattern.compile("(user|system|bars):[A-Za-z0-9._@:/|-]{1,120}");

  public Actor {
    Require.matches("actor", value, FORM);
  }

  /** A part of Doorstep itself, for example {@code travel}. */
  public static Actor system(String part) {
    return new Actor("system:" + part);
  }

  /** A signed-in person. */
  public static Actor user(String id) {
    return new Actor("user:" + id);
  }
}
