package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** FEATURE: the driver's mirror of the board follows the stream and notices a gap. */
class BoardMirrorTest {
  private static final Instant SHIFT_END = Instant.parse("2026-11-25T18:00:00Z");

  @Test
  void delta_next_changesAndCloses() {
    BoardMirror board =
        Boards.of(10, Boards.incident("C2", ",\"jobs\":[]"), Boards.free(SHIFT_END));

    boolean taken =
        board.delta(
            Boards.tree(
                "{\"prev\":10,\"sequence\":12,\"incidents\":[],\"closed\":[7],\"units\":[],"
                    + "\"gone\":[\"A101\"]}"));

    assertThat(taken).isTrue();
    assertThat(board.listIncidents()).isEmpty();
    assertThat(board.findUnit("A101")).isEmpty();
    assertThat(board.sequence()).isEqualTo(12);
  }

  @Test
  void delta_gap_isNotTaken() {
    BoardMirror board = Boards.of(10, "", "");

    assertThat(board.delta(Boards.tree("{\"prev\":11,\"sequence\":12}"))).isFalse();
  }

  @Test
  void line_event_isReadToItsEmptyLine() {
    StreamEvents events = new StreamEvents();

    List<StreamEvents.Event> read =
        Stream.of("event: delta", "id: e-5", ": a comment", "data: {}", "", "", "data:x", "")
            .map(events::line)
            .flatMap(Optional::stream)
            .toList();

    assertThat(read)
        .containsExactly(
            new StreamEvents.Event("delta", Optional.of("e-5"), "{}"),
            new StreamEvents.Event("", Optional.empty(), "x"));
  }
}
