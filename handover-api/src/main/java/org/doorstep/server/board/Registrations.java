package org.doorstep.server.board;

import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;

/** Knows where people are registered. Must not block for long: boards are made with it. */
public interface Registrations {
  /** The practice that owns the care of whoever has that NHS number; empty where not known. */
  Optional<ServiceId> findPractice(String nhsNumber);
}
