package org.doorstep.server.command;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.shell.record.CallDetails;

/** {@code AddCall} as a client sends it: with the words that go to the record. */
record ClientAddCall(IncidentId incident, CallDetails call, Optional<List<Flag>> flags) {}
