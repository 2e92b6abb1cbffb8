package org.doorstep.server.command;

import java.util.Optional;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;

/** {@code RecategoriseIncident} as a client sends it: needs come from the plan where not given. */
record ClientRecategorise(
    IncidentId incident, Category category, Optional<Capabilities> needs, long saw) {}
