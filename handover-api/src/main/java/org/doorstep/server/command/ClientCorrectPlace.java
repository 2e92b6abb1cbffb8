package org.doorstep.server.command;

import org.doorstep.dispatch.model.IncidentId;

/** {@code CorrectPlace} as a client sends it: with coordinates, which the server seals. */
record ClientCorrectPlace(IncidentId incident, ClientPlace place, long saw) {}
