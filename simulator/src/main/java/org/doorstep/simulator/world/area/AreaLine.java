package org.doorstep.simulator.world.area;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.time.Timeline;

/**
 * The line that everybody in the world has to the area: gives commands in their name, by the
 * world's clock. Confined to one thread.
 *
 * <p>An answer may come late. Whoever insists gives the command again, made anew of what is then
 * known, until it is accepted or there is nothing left to do.
 */
public final class AreaLine {
  private static final long LOOK_AGAIN_MILLIS = 2_000;
  private static final long WAIT_MILLIS = 60_000;

  /** More than two days of asking each minute: then the world or the engine is wrong. */
  private static final int TRIES_MAX = 4_000;

  /** It is so already: whoever insisted goes on. */
  private static final Set<Rejection> DONE =
      EnumSet.of(
          Rejection.STAGE_OUT_OF_ORDER,
          Rejection.UNIT_ALREADY_SIGNED_ON,
          Rejection.NOTHING_TO_CHANGE,
          Rejection.HANDOVER_SIGNED,
          Rejection.PATIENT_RECEIVED,
          Rejection.PRE_ALERT_ANSWERED,
          Rejection.ANSWER_OUTDATED);

  /** There is nothing left to insist on. */
  private static final Set<Rejection> GONE =
      EnumSet.of(
          Rejection.INCIDENT_CLOSED,
          Rejection.INCIDENT_UNKNOWN,
          Rejection.JOB_UNKNOWN,
          Rejection.SCENE_REACHED,
          Rejection.UNIT_UNKNOWN,
          Rejection.PATIENT_UNKNOWN,
          Rejection.PATIENT_SETTLED,
          Rejection.REFERRAL_UNKNOWN,
          Rejection.REFERRAL_ANSWERED,
          Rejection.HANDOVER_ELSEWHERE,
          Rejection.PRE_ALERT_MISSING,
          Rejection.DISPOSITION_UNFIT,
          Rejection.WRONG_AREA);

  private final Timeline timeline;
  private final Instant start;
  private final CommandHeads heads;
  private Optional<AreaPort> port = Optional.empty();

  /** A line to an area; it is of use once it has been {@link #connect connected}. */
  public AreaLine(AreaId area, Instant start, Timeline timeline) {
    this.timeline = timeline;
    this.start = start;
    this.heads = new CommandHeads(area);
  }

  /** Says through which door commands go. */
  public void connect(AreaPort door) {
    port = Optional.of(door);
  }

  /** Milliseconds since the start of the world. */
  public long now() {
    return timeline.now();
  }

  /** The moment as the area's clock says it. */
  public Instant instant() {
    return start.plusMillis(timeline.now());
  }

  /** Milliseconds since the start of the world at which a moment is. */
  public long millisOf(Instant moment) {
    return moment.toEpochMilli() - start.toEpochMilli();
  }

  /** Plans something for later. */
  public void after(long millis, Runnable event) {
    timeline.at(timeline.now() + millis, event);
  }

  /** Plans something for a moment; at once if that has passed. */
  public void at(long moment, Runnable event) {
    timeline.at(Math.max(moment, timeline.now()), event);
  }

  /** The area as it is known outside. */
  public DispatchView board() {
    return door().board();
  }

  /** Where the words of the next record would lie. */
  public RecordId nextRecord() {
    return heads.nextRecord();
  }

  /** Gives a command once. */
  public void give(Actor actor, Function<CommandHead, Command> command, Consumer<Reply> answer) {
    door().give(command.apply(heads.next(actor, instant())), answer);
  }

  /**
   * Gives a command until it is accepted, or is so already.
   *
   * @param command makes it of what is known when it is given; empty: there is nothing to do any
   *     more
   * @param then what follows; never, if there is nothing left to do
   */
  public void insist(Actor actor, Function<CommandHead, Optional<Command>> command, Runnable then) {
    insist(actor, command, then, 1);
  }

  private void insist(
      Actor actor, Function<CommandHead, Optional<Command>> command, Runnable then, int tries) {
    command
        .apply(heads.next(actor, instant()))
        .ifPresent(
            made ->
                door()
                    .give(
                        made,
                        reply -> {
                          Optional<Rejection> why =
                              reply.rejection().filter(each -> !DONE.contains(each));
                          if (why.isEmpty()) {
                            then.run();
                          } else {
                            again(actor, command, then, made, why.get(), tries);
                          }
                        }));
  }

  private void again(
      Actor actor,
      Function<CommandHead, Optional<Command>> command,
      Runnable then,
      Command refused,
      Rejection why,
      int tries) {
    if (GONE.contains(why)) {
      return;
    }
    if (tries >= TRIES_MAX) {
      throw new IllegalStateException(
          "The command (%s) was refused (%d) times, at last because (%s)."
              .formatted(refused, tries, why.code()));
    }
    long wait = why == Rejection.SEEN_STATE_OUTDATED ? LOOK_AGAIN_MILLIS : WAIT_MILLIS;
    after(wait, () -> insist(actor, command, then, tries + 1));
  }

  private AreaPort door() {
    return port.orElseThrow(
        () -> new IllegalStateException("The line must be connected before it is used."));
  }
}
