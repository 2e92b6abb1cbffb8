package org.doorstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.wire.EventJson;
import org.junit.jupiter.api.Test;

/** FEATURE: the log of a simulated area is one that a live area could have written. */
class JournalTest {
  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final UnitId UNIT = new UnitId("A1");

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Journal journal = new Journal(lines);
  private final List<LoggedEvent> events = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final CommandHeads heads = new CommandHeads(AREA);

  private final VirtualArea area =
      new VirtualArea(
          AREA,
          new Outside() {
            @Override
            public void happened(LoggedEvent event) {
              journal.accept(event);
              events.add(event);
            }

            @Override
            public void askTravelTimes(AskTravelTimes order) {}

            @Override
            public void notifyCrew(NotifyCrew order) {}
          });

  @Test
  void accept_threeEvents_areChainedLinesThatReadBack() throws Exception {
    live();

    String previous = "0".repeat(64);
    String[] written = lines.toString(StandardCharsets.UTF_8).split("\n", -1);
    assertThat(written).hasSize(events.size() + 1);
    for (int i = 0; i < events.size(); i++) {
      byte[] bytes = written[i].getBytes(StandardCharsets.UTF_8);
      EventJson.Chained read = EventJson.read(bytes);
      assertThat(read.logged()).isEqualTo(events.get(i));
      assertThat(read.previous()).isEqualTo(previous);
      previous = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
    assertThat(journal.head()).isEqualTo(previous);
    assertThat(journal.events()).isEqualTo(3);
  }

  @Test
  void give_fromWithinAnAnswer_isDecidedAfterwards() {
    live();

    assertThat(replies).extracting(Reply::sequence).containsExactly(1L, 2L, 3L, 3L);
    assertThat(replies.get(3).rejection()).isPresent();
  }

  /** The second command is given while the first is being answered; the last is refused. */
  private void live() {
    Shift shift = new Shift(UnitKind.AMBULANCE, Capabilities.NONE, "base", NOON.plusSeconds(9));
    area.give(
        new SignOnUnit(heads.next(Actor.user("desk"), NOON), UNIT, shift),
        reply -> {
          area.give(
              new MakeUnitUnavailable(
                  heads.next(Actor.user("desk"), NOON), UNIT, UnavailableReason.BREAK),
              replies::add);
          replies.add(reply);
        });
    area.give(new MakeUnitAvailable(heads.next(Actor.user("desk"), NOON), UNIT), replies::add);
    area.give(new MakeUnitAvailable(heads.next(Actor.user("desk"), NOON), UNIT), replies::add);
  }
}
