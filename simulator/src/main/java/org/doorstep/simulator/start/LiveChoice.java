package org.doorstep.simulator.start;

import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Where a patient's care will go on, as it was chosen.
 *
 * @param destination the service, where there is one
 */
public record LiveChoice(Disposition disposition, Optional<ServiceId> destination) {}
