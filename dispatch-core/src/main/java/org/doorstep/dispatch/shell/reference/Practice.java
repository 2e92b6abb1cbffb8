package org.doorstep.dispatch.shell.reference;

import java.util.Optional;
import org.doorstep.dispatch.model.OpeningHours;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.HandoverRoutes;

/**
 * A primary care team that owns the care of those who are registered with it.
 *
 * @param odsCode its code in the organisation data service
 * @param telephone as people dial it
 * @param invented whether there is none such; its code and number must not be used
 * @param hours when it reads what it is sent; the core hours where it says none
 */
public record Practice(
    ServiceId id,
    String name,
    Position place,
    String odsCode,
    String telephone,
    boolean invented,
    Optional<OpeningHours> hours) {
  /** When it is open. */
  public OpeningHours open() {
    return hours.orElse(HandoverRoutes.CORE_HOURS);
  }
}
