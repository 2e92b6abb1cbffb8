package org.doorstep.dispatch.protocol;

import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;

/**
 * What the tables call for.
 *
 * @param preAlert whether the destination is warned before arrival
 * @param hubFirst whether the hub is spoken to before anything less is done
 */
public record CareOutcome(
    CareLevel level, DestinationClass destination, boolean preAlert, boolean hubFirst) {}
