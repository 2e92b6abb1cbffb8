package org.doorstep.server.identity;

/**
 * A fresh sign-in.
 *
 * @param secret what the cookie holds; kept nowhere else
 */
public record SignedIn(Session session, String secret) {
  @Override
  public String toString() {
    return "SignedIn[%s]".formatted(session.user().name());
  }
}
