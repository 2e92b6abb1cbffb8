package org.doorstep.server.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.handover.letter.Clinician;

/**
 * Somebody who may sign in.
 *
 * @param name a login, never a person's name; lower-case letters, digits, dot, dash, underscore
 * @param areas whose walls the user is inside of
 * @param unit the one unit that a crew user may report for; absent: no unit
 * @param service the practice, hospital or service whose patients the user sees; absent: none
 * @param signature by what name, role and registration the user signs, as in {@code Alex Sample,
 *     Paramedic, HCPC PA000001}; absent: whoever signs must say so each time
 */
public record User(
    String name,
    List<Role> roles,
    List<AreaId> areas,
    Optional<UnitId> unit,
    Optional<ServiceId> service,
    Optional<String> signature) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public User {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The user (%s) must match %s.".formatted(name, NAME.pattern()));
    }
    if (signature.isPresent() && Clinician.find(signature.get()).isEmpty()) {
      throw new IllegalArgumentException(
          "The signature of the user (%s) must be like (Alex Sample, Paramedic, HCPC PA000001)."
              .formatted(name));
    }
    roles = List.copyOf(roles);
    areas = List.copyOf(areas);
  }

  /** A user who belongs to no practice, hospital or service. */
  public User(String name, List<Role> roles, List<AreaId> areas, Optional<UnitId> unit) {
    this(name, roles, areas, unit, Optional.empty(), Optional.empty());
  }

  /** The same user with a signature. */
  public User signing(String with) {
    return new User(name, roles, areas, unit, service, Optional.of(with));
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
