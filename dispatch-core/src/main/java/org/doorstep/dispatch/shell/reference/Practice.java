package org.doorstep.dispatch.shell.reference;

import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceId;

/**
 * A primary care team that owns the care of those who are registered with it.
 *
 * @param odsCode its code in the organisation data service
 * @param telephone as people dial it
 * @param invented whether there is none such; its code and number must not be used
 */
public record Practice(
    ServiceId id,
    String name,
    Position place,
    String odsCode,
    String telephone,
    boolean invented) {}
