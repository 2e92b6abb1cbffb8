package org.doorstep.server.http;

import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.handover.practice.PracticeInbox;
import org.doorstep.server.delivery.MessageDesk;

/**
 * Where the letters to practices lie.
 *
 * @param codeOf the code under which letters are addressed to a practice of the directory
 * @param desk what people do about letters and other messages that do not arrive
 */
public record LetterShelf(
    PracticeInbox inbox, Function<ServiceId, Optional<String>> codeOf, MessageDesk desk) {}
