package org.doorstep.server.launch;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Optional;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.bars.BarsAnswer;
import org.doorstep.handover.bars.BarsInbox;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.practice.PracticeInbox;
import org.doorstep.server.http.BarsDoor;
import org.doorstep.server.http.LetterShelf;
import org.doorstep.server.http.ServedArea;

/** Ties the inbox for messages of other systems to the area. */
final class Messages {
  private Messages() {}

  static void migrate(Database database) {
    database.migrate(BarsInbox.SCHEMA, BarsInbox.MIGRATIONS);
  }

  static BarsDoor.Inbox inbox(Database database, ServedArea area, Clock clock) {
    FhirTranslator translator = new FhirTranslator();
    // The first message would wait for seconds; the board need not wait for this.
    Thread warmUp = new Thread(translator::warmUp, "warm-up-messages");
    warmUp.setDaemon(true);
    warmUp.start();
    BarsInbox inbox =
        new BarsInbox(
            translator,
            database.dataSource(),
            area.record(),
            area.reference().area(),
            clock,
            area::isOnMap,
            submission ->
                area.gateway().submit(submission).toCompletionStage().toCompletableFuture());
    return (body, contentType) -> {
      BarsAnswer answer = inbox.receive(body, Optional.ofNullable(contentType));
      return new BarsDoor.Answer(
          answer.httpStatus(), Buffer.buffer(answer.body()), answer.contentType());
    };
  }

  /** The inboxes of the area's practices. */
  static LetterShelf letters(Database database, ServedArea area, Clock clock) {
    Practices practices = area.people().directory().practices();
    PracticeInbox inbox =
        new PracticeInbox(
            database.dataSource(),
            area.record(),
            area.reference().area(),
            new FhirLetters(),
            code -> practices.findByCode(code).isPresent(),
            clock);
    return new LetterShelf(inbox, practice -> practices.find(practice).map(Practice::odsCode));
  }
}
