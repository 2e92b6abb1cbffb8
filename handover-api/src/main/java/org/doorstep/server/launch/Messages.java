package org.doorstep.server.launch;

import java.time.InstantSource;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.server.http.BarsDoor;
import org.doorstep.server.http.ServedArea;

/** Ties the inbox for messages of other systems to the area. */
final class Messages {
  private Messages() {}

  static void migrate(Database database) {}

  static BarsDoor.Inbox inbox(Database database, ServedArea area, InstantSource clock) {
    return (body, contentType) ->
        new BarsDoor.Answer(501, io.vertx.core.buffer.Buffer.buffer(), "text/plain");
  }
}
