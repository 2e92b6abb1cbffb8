package org.doorstep.server.delivery;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.handover.bars.DerivedId;

/** Gives commands about messages to the area, and waits until each is durable. Blocks. */
final class AreaCommands {
  private static final long ANSWER_SECONDS_MAX = 15;

  private final AreaId area;
  private final Function<Submission, CompletableFuture<Reply>> submit;
  private final InstantSource clock;

  AreaCommands(
      AreaId area, Function<Submission, CompletableFuture<Reply>> submit, InstantSource clock) {
    this.area = area;
    this.submit = submit;
    this.clock = clock;
  }

  /** The head of a command that is known by its id, so that a repeat does nothing twice. */
  CommandHead head(UUID id, Actor actor) {
    return new CommandHead(new CommandId(id), area, actor, clock.instant());
  }

  /**
   * Gives a command.
   *
   * @return the reply, a refusal too
   * @throws DeliveryFault if it is not known what became of the command; to be given again
   */
  Reply give(Command command) {
    UUID id = command.head().id().value();
    // The id follows from the message and what became of it; a repeat differs in its time only.
    Submission submission =
        new Submission(command, DerivedId.digest(id.toString().getBytes(StandardCharsets.UTF_8)));
    try {
      return submit.apply(submission).get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DeliveryFault("The area has not answered the command (%s).".formatted(id), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryFault("Stopped while the command (%s) was waiting.".formatted(id), e);
    }
  }
}
