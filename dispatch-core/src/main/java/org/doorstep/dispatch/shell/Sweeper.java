package org.doorstep.dispatch.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CommandId;

/**
 * Asks each second whether the time of an obligation has passed, and then for a sweep: nothing that
 * is open is forgotten, whoever owns the area. Confined to the keeper's thread.
 */
final class Sweeper implements Function<DispatchView, Optional<Command>> {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final InstantSource clock;
  private Instant next = Instant.MIN;

  Sweeper(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Command> apply(DispatchView view) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return Optional.empty();
    }
    next = now.plus(EVERY);
    if (Deadlines.listPassed(view, now).isEmpty()) {
      return Optional.empty();
    }
    CommandHead head =
        new CommandHead(new CommandId(Uuid7.at(now)), view.area(), Actor.system("sweeper"), now);
    return Optional.of(new SweepDeadlines(head));
  }
}
