package org.doorstep.server.command;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.shell.record.CallDetails;

/** {@code OpenIncident} as a client sends it: with the words that go to the record. */
record ClientOpenIncident(
    CallDetails call,
    Category category,
    Optional<Capabilities> needs,
    Optional<ClientPlace> place,
    Optional<List<Flag>> flags,
    Optional<Booking> booking) {}
