package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: the virtual desk does as advised, as a person would, about its own incidents only. */
class VirtualDeskTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
  private static final String NOBODY = ",\"jobs\":[]";
  private static final String RECOMMENDED =
      NOBODY
          + ",\"recommendation\":{\"number\":2,\"candidates\":"
          + "[{\"unit\":\"A101\",\"unitVersion\":4}]}";
  private static final String DIVERTED = "{\"unit\":\"A102\",\"unitVersion\":6,\"divertsFrom\":8}";
  private static final String FREE = Boards.free(NINE.plus(Duration.ofHours(9)));

  private static final Patients UNKNOWN = new PlayedCare(ReferralState.ACCEPTED);

  private final VirtualDesk desk =
      new VirtualDesk(Chance.of(1, "desk"), unit -> unit.startsWith("A"));

  @Test
  void act_incidentOfAPerson_isLeftAlone() {
    BoardMirror board = Boards.of(10, Boards.incident("C1", RECOMMENDED), FREE);

    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(600))).isEmpty();
  }

  @Test
  void act_ownC1_sendsTheFirstAfterThreeToSixSeconds() {
    BoardMirror board = Boards.of(10, Boards.incident("C1", RECOMMENDED), FREE);
    desk.own(7, 10);

    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusMillis(2_900))).isEmpty();
    List<VirtualDesk.Given> given = desk.act(board, UNKNOWN, NINE.plusSeconds(6));

    assertThat(given).singleElement().satisfies(VirtualDeskTest::isAssignmentAsSeen);
  }

  @Test
  void act_assignmentOutstanding_isNotGivenTwice() {
    BoardMirror board = Boards.of(10, Boards.incident("C1", RECOMMENDED), FREE);
    desk.own(7, 10);
    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(6))).hasSize(1);

    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(60))).isEmpty();
  }

  @Test
  void act_assignmentRefused_asksForFreshAdvice() {
    BoardMirror board = Boards.of(10, Boards.incident("C1", RECOMMENDED), FREE);
    desk.own(7, 10);
    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(6))).hasSize(1);
    desk.answered(7, new Outcome(409, "{\"code\":\"seen-state-outdated\"}"), NINE.plusSeconds(6));

    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(20)))
        .extracting(given -> given.order().command())
        .containsExactly("RequestRecommendation");
  }

  @Test
  void act_nobodyRecommended_asksAgainWithPatience() {
    BoardMirror board = Boards.of(10, Boards.incident("C3", NOBODY), "");
    desk.own(7, 10);
    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(25))).hasSize(1);
    desk.answered(7, Boards.accepted(10), NINE.plusSeconds(25));

    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(28))).isEmpty();
    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(30))).hasSize(1);
  }

  @Test
  void act_closed_isForgotten() {
    desk.own(7, 10);

    assertThat(desk.act(Boards.of(10, "", ""), UNKNOWN, NINE)).isEmpty();
    assertThat(desk.owns(7)).isFalse();
  }

  @Test
  void own_boardBehind_isKept() {
    desk.own(7, 11);

    assertThat(desk.act(Boards.of(10, "", ""), UNKNOWN, NINE)).isEmpty();
    assertThat(desk.owns(7)).isTrue();
  }

  @Test
  void act_carWithAPatientForHospital_getsAnAmbulance() {
    String car = RECOMMENDED.replace("\"jobs\":[]", "\"jobs\":[{\"unit\":\"P201\"}]");
    BoardMirror board = Boards.of(10, Boards.incident("C2", car), FREE);
    Patients acute = new PlayedCare(ReferralState.ACCEPTED).chosen(Disposition.ACUTE);
    desk.own(7, 10);

    assertThat(desk.act(board, UNKNOWN, NINE.plusSeconds(60))).isEmpty();
    assertThat(desk.act(board, acute, NINE.plusSeconds(61))).isEmpty();
    List<VirtualDesk.Given> given = desk.act(board, acute, NINE.plusSeconds(120));

    assertThat(given).hasSize(1);
    assertThat(given.get(0).order().body())
        .containsEntry("unit", "A101")
        .containsEntry("overrideReason", OverrideReason.CLINICAL_NEED);
  }

  @Test
  void act_advisedToDivert_saysWhomTheUnitLeaves() {
    desk.own(8, 10);

    assertThat(order(advised("SEND", DIVERTED, "")))
        .hasValueSatisfying(
            order ->
                assertThat(order.body())
                    .containsEntry("unit", "A102")
                    .containsEntry("divertsFrom", 8L)
                    .doesNotContainKey("overrideReason"));
  }

  @Test
  void act_wouldLeaveAPatientOfAPerson_sendsSomebodyElseAndSaysWhy() {
    String both = DIVERTED + ",{\"unit\":\"A101\",\"unitVersion\":4}";

    assertThat(order(advised("SEND", both, "")))
        .hasValueSatisfying(
            order ->
                assertThat(order.body())
                    .containsEntry("unit", "A101")
                    .containsEntry("overrideReason", OverrideReason.OTHER)
                    .doesNotContainKey("divertsFrom"));
  }

  @Test
  void act_advisedToHold_sendsNobodyAndAsksAgainWithPatience() {
    assertThat(order(advised("HOLD", "{\"unit\":\"A101\",\"unitVersion\":4}", "")))
        .hasValueSatisfying(
            order -> assertThat(order.command()).isEqualTo("RequestRecommendation"));
  }

  @Test
  void act_exchangeIsAdvised_isGivenWithAllThatWasSeen() {
    desk.own(8, 10);
    String exchange =
        ",\"exchange\":{\"exchange\":{\"incident\":8,\"leaves\":\"A102\",\"comes\":\"A101\",\"onto\":7}}";

    assertThat(order(advised("SEND", DIVERTED, exchange)))
        .hasValueSatisfying(
            order -> {
              assertThat(order.command()).isEqualTo("ExchangeUnits");
              assertThat(order.body())
                  .containsEntry(
                      "saw",
                      Order.of("S", "incident", 5L, "leaves", 6L, "comes", 4L, "onto", 3L).body());
            });
  }

  /** What the desk gives once it has had time to think. */
  private Optional<Order> order(BoardMirror board) {
    desk.own(7, 10);
    assertThat(desk.act(board, UNKNOWN, NINE)).isEmpty();
    return desk.act(board, UNKNOWN, NINE.plusSeconds(30)).stream()
        .filter(given -> given.incident() == 7)
        .map(VirtualDesk.Given::order)
        .findFirst();
  }

  private static BoardMirror advised(String verdict, String candidates, String exchange) {
    String rest =
        NOBODY
            + ",\"recommendation\":{\"number\":2,\"candidates\":[%s],\"advice\":{\"verdict\":\"%s\"%s}}"
                .formatted(candidates, verdict, exchange);
    Instant end = NINE.plus(Duration.ofHours(9));
    return Boards.of(
        10,
        Boards.incident("C1", rest) + "," + Boards.otherIncident(),
        FREE + "," + Boards.underWayToOther(end));
  }

  private static void isAssignmentAsSeen(VirtualDesk.Given given) {
    assertThat(given.order().command()).isEqualTo("AssignUnit");
    assertThat(given.order().body())
        .containsEntry("unit", "A101")
        .containsEntry("recommendation", 2L)
        .doesNotContainKey("overrideReason")
        .containsEntry("saw", Order.of("Seen", "incident", 3L, "unit", 4L).body());
  }
}
