package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: the virtual clinician calls those who wait, and leaves alone what a person has taken.
 */
class HubCallsTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");

  private final HubCalls calls = new HubCalls(1, Chance.of(7, "hub calls"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on the queue, nobody has it       | 'callBack':{'attempts':0},'due':[{'kind':'CALL_BACK','at':'2026-11-25T09:30:00Z'}] | TakeCase
          on the queue, in its own hands    | 'callBack':{'attempts':0},'taken':{'by':'user:virtual-hub'},'due':[{'kind':'CALL_BACK','at':'2026-11-25T09:30:00Z'}] | RecordCallBack
          on the queue, a person has it     | 'callBack':{'attempts':0},'taken':{'by':'user:demo-hub'},'due':[{'kind':'CALL_BACK','at':'2026-11-25T09:30:00Z'}] |
          has called again                  | 'due':[{'kind':'REVIEW_CONTACT','at':'2026-11-25T09:30:00Z'}] | RecordReview
          a welfare call is due             | 'due':[{'kind':'WELFARE_CALL','at':'2026-11-25T09:00:30Z'}] | RecordWelfareCall
          a welfare call is due much later  | 'due':[{'kind':'WELFARE_CALL','at':'2026-11-25T12:00:00Z'}] |
          does not answer                   | 'callBack':{'attempts':3},'due':[{'kind':'DECIDE_UNREACHED','at':'2026-11-25T09:05:00Z'}] | DecideUnreached
          """)
  void incident_thatWaits_isSpokenWith(String name, String contact, @Nullable String expected) {
    BoardMirror board =
        Boards.of(
            1,
            Boards.incident(
                "C5", ",\"jobs\":[],\"contact\":{%s}".formatted(contact.replace('\'', '"'))),
            "");

    assertThat(given(board)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void incident_ofPeople_isTheirs() {
    BoardMirror board =
        Boards.of(
            1,
            Boards.incident(
                "C5",
                ",\"jobs\":[],\"contact\":{\"due\":[{\"kind\":\"REVIEW_CONTACT\",\"at\":\"2026-11-25T09:30:00Z\"}]}"),
            "");

    assertThat(calls.callAll(board, incident -> false, NINE.plusSeconds(3_600))).isEmpty();
  }

  @Test
  void incident_takenOn_isQueuedFirst() {
    calls.own(7, 1);

    assertThat(given(Boards.of(1, Boards.incident("C5", ",\"jobs\":[]"), "")))
        .containsExactly("QueueCallBack");
  }

  /** What is ordered within an hour; nothing is answered, so the first of it is all that counts. */
  private List<String> given(BoardMirror board) {
    List<Order> orders = new ArrayList<>(calls.callAll(board, incident -> true, NINE));
    assertThat(orders).isEmpty();
    orders.addAll(calls.callAll(board, incident -> true, NINE.plusSeconds(3_000)));
    return orders.stream().map(Order::command).toList();
  }
}
