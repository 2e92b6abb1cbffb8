package org.doorstep.server.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/**
 * Somebody who may sign in.
 *
 * @param name a login, never a person's name; lower-case letters, digits, dot, dash, underscore
 * @param areas whose walls the user is inside of
 * @param unit the one unit that a crew user may report for; absent: no unit
 * @param service the practice, hospital or service whose patients the user sees; absent: none
 */
public record User(
    String name,
    List<Role> roles,
    List<AreaId> areas,
    Optional<UnitId> unit,
    Optional<ServiceId> service) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public User {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The user (%s) must match %s.".formatted(name, NAME.pattern()));
    }
    roles = List.copyOf(roles);
    areas = List.copyOf(areas);
  }

  /** A user who belongs to no practice, hospital or service. */
  public User(String name, List<Role> roles, List<AreaId> areas, Optional<UnitId> unit) {
    this(name, roles, areas, unit, Optional.empty());
  }

  /** Whether the user has the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the user is inside the area's walls. */
  public boolean isIn(AreaId area) {
    return areas.contains(area);
  }

  /** How the log names the user. */
  public Actor actor() {
    return Actor.user(name);
  }
}
