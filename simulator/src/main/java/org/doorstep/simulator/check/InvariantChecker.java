package org.doorstep.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;

/**
 * An independent judge of one area: is told what is durable, what was asked and what was answered,
 * and finds where a promise was broken. One thread.
 *
 * <p>It shares no code with the engine: it reads the records of events, commands and the model, and
 * keeps tables of its own. What it must be told, in the order of time: every event once it is
 * durable, in the order of the log; every command when it is first given; every reply each time
 * that it reaches whoever gave the command, repeats too; and that time passes.
 *
 * <p>Nothing can be late because of an area that is known to be down: limits count from the moment
 * at which it is up again. Whether it is up is for the world to say, not for the area.
 */
public final class InvariantChecker {
  private static final Instant FOR_EVER = Instant.parse("9000-01-01T00:00:00Z");

  private final Limits limits;
  private final Findings findings = new Findings();
  private final LogOrder order = new LogOrder(findings);
  private final Conversations conversations = new Conversations(findings);
  private final Dues dues = new Dues(findings);
  private final IncidentBook incidents = new IncidentBook(findings, dues);
  private boolean up = true;
  private Instant upSince = Instant.MIN;
  private Instant nextLook = Instant.MIN;

  /** A judge of an area in which nothing has happened yet. */
  public InvariantChecker(Limits limits) {
    this.limits = limits;
  }

  /** An event is durable. */
  public void happened(LoggedEvent event, Instant now) {
    order.happened(event, now);
    conversations.happened(event, now);
    incidents.happened(event, now);
  }

  /** A command was given; giving it again says nothing new. */
  public void given(CommandId command, Instant now) {
    conversations.given(command, now);
  }

  /** A reply has reached whoever gave the command, perhaps not for the first time. */
  public void told(Reply reply, Instant now) {
    conversations.told(reply, now);
  }

  /** Nobody could have decided anything from now on. */
  public void isDown() {
    up = false;
  }

  /** From now on somebody can decide. */
  public void isUp(Instant now) {
    if (!up) {
      up = true;
      upSince = now;
    }
  }

  /** Time has passed; looks at most once a second, and costs next to nothing in between. */
  public void passed(Instant now) {
    if (!up || now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plusSeconds(1);
    lookBack(now, limits.grace()).ifPresent(until -> dues.look(until, now));
    lookBack(now, limits.driveTimes()).ifPresent(until -> incidents.lookAtDriveTimes(until, now));
    lookBack(now, limits.answer()).ifPresent(until -> conversations.look(until, now));
  }

  /** The area has come to rest: nothing may be open that was neither done nor said to be late. */
  public void lookAtEnd(Instant now) {
    dues.look(FOR_EVER, now);
    incidents.lookAtDriveTimes(FOR_EVER, now);
    incidents.lookAtEnd(now);
    conversations.look(FOR_EVER, now);
  }

  /** All that was found, first in time first. */
  public List<Violation> violations() {
    return findings.list();
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** What began by then is too late; empty while the area has not been up for that long. */
  private Optional<Instant> lookBack(Instant now, Duration limit) {
    Instant until = now.minus(limit);
    return until.isBefore(upSince) ? Optional.empty() : Optional.of(until);
  }
}
