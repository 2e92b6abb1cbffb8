package org.doorstep.dispatch.shell;

import io.vertx.core.buffer.Buffer;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.wire.CommandJson;
import org.doorstep.dispatch.wire.RecordJson;

/** How submissions and replies travel on the event bus: our JSON, so that any node can read it. */
final class SubmissionWire {
  private static final int FINGERPRINT_LENGTH = 64;

  private SubmissionWire() {}

  static Buffer write(Submission submission) {
    return Buffer.buffer(submission.fingerprint())
        .appendBytes(CommandJson.write(submission.command()));
  }

  static Submission readSubmission(Buffer bytes) {
    return new Submission(
        CommandJson.read(bytes.getBytes(FINGERPRINT_LENGTH, bytes.length())),
        bytes.getString(0, FINGERPRINT_LENGTH));
  }

  static Buffer write(Reply reply) {
    return Buffer.buffer(RecordJson.write(reply));
  }

  static Reply readReply(Buffer bytes) {
    return RecordJson.read(Reply.class, bytes.getBytes());
  }
}
