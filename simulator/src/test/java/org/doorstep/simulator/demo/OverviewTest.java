package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: the virtual desk takes exchanges, and most moves, as each review advises them. */
class OverviewTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
  private static final Instant SHIFT_END = NINE.plus(Duration.ofHours(9));
  private static final String UNITS =
      Boards.free(SHIFT_END) + "," + Boards.underWayToOther(SHIFT_END);
  private static final int REVIEWS = 200;

  private final Overview overview = new Overview(Chance.of(1, "overview"));

  @Test
  void act_exchangeOfOwnIncidents_isGivenOnceAfterAThought() {
    BoardMirror board = board(3, exchange(), "");

    assertThat(overview.act(board, own -> true, NINE)).isEmpty();
    List<Order> orders = overview.act(board, own -> true, NINE.plusSeconds(6));

    assertThat(orders).extracting(Order::command).containsExactly("ExchangeUnits");
    assertThat(overview.act(board, own -> true, NINE.plusSeconds(60))).isEmpty();
  }

  @Test
  void act_exchangeOfAnIncidentOfAPerson_isLeftToPeople() {
    BoardMirror board = board(3, exchange(), "");
    assertThat(overview.act(board, own -> false, NINE)).isEmpty();

    assertThat(overview.act(board, own -> false, NINE.plusSeconds(6))).isEmpty();
  }

  @Test
  void act_moves_mostAreTaken() {
    int taken = 0;
    Instant now = NINE;
    for (int number = 1; number <= REVIEWS; number++) {
      BoardMirror board = board(number, "", move(4));
      assertThat(overview.act(board, own -> true, now)).isEmpty();
      now = now.plusSeconds(6);
      taken += overview.act(board, own -> true, now).size();
    }

    assertThat(taken).isBetween(REVIEWS * 7 / 10, REVIEWS * 9 / 10);
  }

  @Test
  void act_unitHasChangedSince_isLeftWhereItIs() {
    BoardMirror board = board(3, "", move(3));
    assertThat(overview.act(board, own -> true, NINE)).isEmpty();

    assertThat(overview.act(board, own -> true, NINE.plusSeconds(6))).isEmpty();
  }

  private static BoardMirror board(long number, String exchanges, String moves) {
    return Boards.reviewed(
        10,
        Boards.otherIncident(),
        UNITS,
        "{\"number\":%d,\"moves\":[%s],\"exchanges\":[%s]}".formatted(number, moves, exchanges));
  }

  private static String exchange() {
    return "{\"exchange\":{\"incident\":8,\"leaves\":\"A102\",\"comes\":\"A101\"}}";
  }

  private static String move(long version) {
    return "{\"unit\":\"A101\",\"unitVersion\":%d,\"station\":\"Sevenoaks\"}".formatted(version);
  }
}
