package org.doorstep.dispatch.shell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.RoomNote;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** FEATURE: what services say is kept for ever, and its newest word is in memory on every node. */
@ExtendWith(TestDatabase.class)
class ServiceBookTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final ServiceId UTC = new ServiceId("SEVENOAKS-UTC");

  private final Database database;
  private final AreaId area =
      new AreaId("AREA_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));

  ServiceBookTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void schema() {
    database.migrate("telemetry", "db/telemetry");
  }

  @Test
  void word_saidHere_countsAtOnceAndElsewhereAtTheNextLook() {
    try (ServiceBook here = book();
        ServiceBook there = book()) {
      ServiceWord word =
          new ServiceWord(
              UTC,
              Room.PAUSED,
              Optional.of(NOON.plusSeconds(3_600)),
              Optional.of(0),
              Optional.of(RoomNote.STAFFING),
              said(0));
      here.say(word);
      here.say(new QueueWord(UTC, 3, 40, said(1)));
      here.say(new LoadLevelling(true, "Ten outside", said(2)));

      there.look();

      assertThat(here.view().findWord(UTC)).contains(word);
      assertThat(there.view()).isEqualTo(here.view());
      assertThat(there.view().levelling()).map(LoadLevelling::on).contains(true);
      assertThat(there.view().findQueue(UTC)).map(QueueWord::handoverMinutes).contains(40);
    }
  }

  @Test
  void word_saidAgain_isTheNewestAndNothingIsOverwritten() {
    try (ServiceBook book = book()) {
      book.say(word(Room.FULL, 0));
      book.say(word(Room.OPEN, 60));

      assertThat(book.view().findWord(UTC)).map(ServiceWord::room).contains(Room.OPEN);
      assertThat(store().read(0, NOON).words())
          .extracting(ServiceWord::room)
          .containsExactly(Room.FULL, Room.OPEN);
    }
  }

  @Test
  void book_begunLater_knowsWhatWasSaidBefore() {
    try (ServiceBook before = book()) {
      before.say(word(Room.LIMITED, 0));
      before.say(new LoadLevelling(true, "Ten outside", said(1)));
    }
    try (ServiceBook after = book()) {
      after.look();

      assertThat(after.view().findWord(UTC)).map(ServiceWord::room).contains(Room.LIMITED);
      assertThat(after.view().levelling()).isPresent();
    }
  }

  private ServiceBook book() {
    return new ServiceBook(store(), () -> NOON.plusSeconds(120));
  }

  private ServiceWordStore store() {
    return new ServiceWordStore(database.dataSource(), area);
  }

  private static ServiceWord word(Room room, int seconds) {
    return new ServiceWord(
        UTC, room, Optional.empty(), Optional.empty(), Optional.empty(), said(seconds));
  }

  private static ServiceWord.Said said(int seconds) {
    return new ServiceWord.Said(Actor.user("ann"), NOON.plusSeconds(seconds));
  }
}
