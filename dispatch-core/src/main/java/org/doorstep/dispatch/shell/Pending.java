package org.doorstep.dispatch.shell;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.shell.SubmissionFault.Kind;
import org.doorstep.dispatch.shell.log.Answered;

/** A submission that somebody waits for. */
record Pending(Submission submission, CompletableFuture<Reply> reply) {

  UUID id() {
    return submission.command().head().id().value();
  }

  /** Gives the stored answer, unless it was given to another question. */
  void answer(Answered answered) {
    if (answered.fingerprint().equals(submission.fingerprint())) {
      reply.complete(answered.reply());
    } else {
      fail(Kind.KEY_REUSED, "The command id (%s) was used before for another command.");
    }
  }

  /** Gives up; {@code message} has a place for the command's id. */
  void fail(Kind kind, String message) {
    reply.completeExceptionally(new SubmissionFault(kind, message.formatted(id())));
  }
}
