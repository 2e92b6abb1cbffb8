package org.doorstep.server.command;

import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Who gives a command, as the server knows them; never what a client says.
 *
 * @param by the practice, hospital or service that the user acts for; empty for none
 * @param signature by what name, role and registration the user signs; empty where that is not
 *     known
 */
public record Giver(Optional<ServiceId> by, Optional<String> signature) {}
