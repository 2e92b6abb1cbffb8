package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: virtual practices, services and hospitals answer what is theirs, after a while, once.
 */
class CommunityTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
  private static final BoardMirror EMPTY = Boards.of(10, "", "");

  @Test
  void practice_letterReceived_isAnsweredAfterAWhileAndNotAtOnce() {
    Member practice = new VirtualPractice("PRACTICE-1", 10, Chance.of(1, "p"));
    List<CareView> letter = List.of(letter("PRACTICE-1", HandoverState.RECEIVED));

    assertThat(practice.act(letter, EMPTY, NINE)).isEmpty();
    assertThat(practice.act(letter, EMPTY, NINE.plus(Duration.ofMinutes(6))))
        .extracting(Order::command)
        .containsExactly("AnswerHandover");
    assertThat(practice.act(letter, EMPTY, NINE.plus(Duration.ofMinutes(6)))).isEmpty();
  }

  @Test
  void practice_letterOfAnotherOrStillOnItsWay_isLeftAlone() {
    Member practice = new VirtualPractice("PRACTICE-1", 10, Chance.of(1, "p"));
    List<CareView> others = List.of(letter("PRACTICE-2", HandoverState.RECEIVED));
    List<CareView> sent = List.of(letter("PRACTICE-1", HandoverState.SENT));

    for (int minute = 0; minute < 120; minute++) {
      Instant now = NINE.plus(Duration.ofMinutes(minute));
      assertThat(practice.act(others, EMPTY, now)).isEmpty();
      assertThat(practice.act(sent, EMPTY, now)).isEmpty();
    }
  }

  @Test
  void service_answeringByMessage_leavesOffersToItsMessages() {
    Member service = new VirtualService("FALLS-RESPONSE", false, 10, Chance.of(1, "s"));

    assertThat(orders(service, asked(ReferralState.OFFERED))).isEmpty();
    assertThat(orders(service, asked(ReferralState.ACCEPTED)).get(0).command())
        .isEqualTo("ReportAttendance");
  }

  @Test
  void service_offers_areMostlyAcceptedAndSometimesDeclined() {
    long declined = 0;
    for (int seed = 0; seed < 200; seed++) {
      Member service = new VirtualService("FALLS-RESPONSE", true, 10, Chance.of(seed, "s"));
      Order answer = orders(service, asked(ReferralState.OFFERED)).get(0);
      declined += String.valueOf(answer.body().get("answer")).contains("REFUSED") ? 1 : 0;
    }
    assertThat(declined).isBetween(25L, 75L);
  }

  @Test
  void hospital_moreAtTheDoorThanNurses_takesTheFirstOnesFirst() {
    Member hospital = new VirtualHospital("GENERAL-ED", 60, Chance.of(1, "h"));
    BoardMirror board =
        Boards.of(
            10,
            Boards.incident("C2", ",\"jobs\":[{\"unit\":\"A101\"}]"),
            Boards.onJob(NINE.plus(Duration.ofHours(9)), "AT_DESTINATION"));
    List<CareView> atDoor = List.of(arriving(7), arriving(8));

    List<Order> orders = hospital.act(atDoor, board, NINE);
    for (int second = 0; second < 120 && orders.isEmpty(); second++) {
      orders = hospital.act(atDoor, board, NINE.plusSeconds(second));
    }

    assertThat(orders).extracting(Order::command).containsExactly("ReceivePatient");
    assertThat(orders.get(0).body().toString()).contains("incident=7");
  }

  private static List<Order> orders(Member member, CareView patient) {
    Instant now = NINE;
    List<Order> orders = member.act(List.of(patient), EMPTY, now);
    for (int minute = 0; minute < 60 && orders.isEmpty(); minute++) {
      now = now.plus(Duration.ofMinutes(1));
      orders = member.act(List.of(patient), EMPTY, now);
    }
    return orders;
  }

  private static CareView letter(String practice, HandoverState state) {
    return view(
        7,
        List.of(),
        Optional.of(
            new CareView.Letter(
                HandoverTerms.Kind.ACTION_REQUESTED, state, Optional.of(practice), 5)));
  }

  private static CareView asked(ReferralState state) {
    return view(7, List.of(new CareView.Asked(1, "FALLS-RESPONSE", state)), Optional.empty());
  }

  private static CareView arriving(long incident) {
    return view(incident, List.of(), Optional.empty());
  }

  private static CareView view(
      long incident, List<CareView.Asked> referrals, Optional<CareView.Letter> handover) {
    return new CareView(
        new CareView.Ref(incident, 1),
        3,
        Optional.empty(),
        Optional.of(new CareView.Choice(Disposition.ACUTE, Optional.of("GENERAL-ED"))),
        referrals,
        Optional.empty(),
        false,
        handover,
        Optional.empty());
  }
}
