package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.simulator.check.Violation.Code;
import org.jspecify.annotations.Nullable;

/** Who asked what, what they were told, and what the log says of it. */
final class Conversations {
  private final Findings findings;
  private long log;
  // Looked up, never iterated.
  private final Map<CommandId, Talk> talks = new HashMap<>();
  // In the order of their giving, so that the first has waited longest.
  private final Map<CommandId, Instant> unanswered = new LinkedHashMap<>();

  Conversations(Findings findings) {
    this.findings = findings;
  }

  /** What is known of one command; its events are those up to a number, 0 before there are any. */
  private static final class Talk {
    private long lastEvent;
    private long logWhenGiven;
    private @Nullable Reply told;
  }

  void given(CommandId command, Instant now) {
    Talk talk = talk(command);
    if (talk.told == null && unanswered.putIfAbsent(command, now) == null) {
      talk.logWhenGiven = log;
    }
  }

  void told(Reply reply, Instant now) {
    Talk talk = talk(reply.command());
    unanswered.remove(reply.command());
    Reply before = talk.told;
    if (before == null) {
      talk.told = reply;
      compareWithLog(talk, reply, now);
    } else if (!before.equals(reply)) {
      findings.add(
          Code.TOLD_TWO_THINGS, now, "first %s, then %s".formatted(words(before), words(reply)));
    }
  }

  private void compareWithLog(Talk talk, Reply reply, Instant now) {
    if (reply.sequence() < talk.logWhenGiven) {
      findings.add(
          Code.ANSWER_FROM_THE_PAST,
          now,
          "told %s, and the log was at event %d when it was given"
              .formatted(words(reply), talk.logWhenGiven));
    }
    boolean accepted = reply.rejection().isEmpty();
    boolean holds = accepted ? talk.lastEvent == reply.sequence() : talk.lastEvent == 0;
    if (!holds) {
      findings.add(
          Code.ACKNOWLEDGED_LOST,
          now,
          "told %s, and the last event of it in the log is %d"
              .formatted(words(reply), talk.lastEvent));
    }
  }

  void happened(LoggedEvent logged, Instant now) {
    Talk talk = talk(logged.command());
    Reply told = talk.told;
    boolean apart = talk.lastEvent > 0 && talk.lastEvent != logged.sequence() - 1;
    boolean accepted = told != null && told.rejection().isEmpty();
    if (apart || (accepted && talk.lastEvent > 0)) {
      findings.add(
          Code.DONE_TWICE,
          now,
          "command %s, event %d and event %d"
              .formatted(logged.command().value(), talk.lastEvent, logged.sequence()));
    } else if (told != null && !accepted) {
      findings.add(
          Code.ACKNOWLEDGED_LOST,
          now,
          "told %s, and event %d is of it".formatted(words(told), logged.sequence()));
    }
    talk.lastEvent = logged.sequence();
    log = Math.max(log, logged.sequence());
  }

  /** Finds those who have waited too long, first in time first. */
  void look(Instant givenUntil, Instant seen) {
    while (!unanswered.isEmpty()) {
      Map.Entry<CommandId, Instant> first = unanswered.entrySet().iterator().next();
      if (first.getValue().isAfter(givenUntil)) {
        return;
      }
      findings.add(
          Code.COMMAND_NEVER_ANSWERED,
          seen,
          "command %s, given at %s".formatted(first.getKey().value(), first.getValue()));
      unanswered.remove(first.getKey());
    }
  }

  private Talk talk(CommandId command) {
    return talks.computeIfAbsent(command, id -> new Talk());
  }

  private static String words(Reply reply) {
    return "%s %s at event %d"
        .formatted(
            reply.command().value(),
            reply.rejection().map(Enum::name).orElse("ACCEPTED"),
            reply.sequence());
  }
}
