package org.doorstep.simulator.world.care;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.command.CareCommand.AnswerHandover;
import org.doorstep.dispatch.command.CareCommand.AnswerPractice;
import org.doorstep.dispatch.command.CareCommand.HandOverByHand;
import org.doorstep.dispatch.command.CareCommand.ReportDelivery;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverRefusal;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.PracticeRules;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;

/**
 * Practices: handovers reach them at any hour and are answered while they are open. Confined to one
 * thread.
 */
public final class Practices {
  private static final Actor DELIVERY = Actor.system("delivery");
  private static final Actor HUB = Actor.user("hub");
  private static final double PERCENT = 100;
  private static final long SENT_MILLIS = 2_000;
  private static final long RECEIVED_MILLIS = 45_000;
  private static final long HUB_MILLIS = 30 * 60_000L;
  private static final int PRACTICES = 26;
  private static final Duration FOLLOW_UP_WITHIN = Duration.ofDays(3);

  private final AreaLine area;
  private final Cases cases;
  private final PracticeRules rules;
  private final LocalHours clock;
  private final TreeSet<String> holidays;

  /** The practices of one world; they close on the directory's bank holidays. */
  public Practices(
      AreaLine area,
      Cases cases,
      PracticeRules rules,
      LocalHours clock,
      List<String> bankHolidays) {
    this.area = area;
    this.cases = cases;
    this.rules = rules;
    this.clock = clock;
    this.holidays = new TreeSet<>(bankHolidays);
  }

  /** What a crew asks of a patient's practice. */
  public HandoverTerms terms(Call call, boolean staysHome) {
    Chance chance = call.draws().clinical();
    Optional<ServiceId> practice =
        Optional.of(new ServiceId("PRACTICE-" + chance.whole(1, PRACTICES)));
    boolean asks = chance.happens(rules.askedPercent() / PERCENT) && staysHome;
    return asks
        ? new HandoverTerms(
            HandoverTerms.Kind.ACTION_REQUESTED,
            practice,
            Optional.of(area.instant().plus(FOLLOW_UP_WITHIN)))
        : new HandoverTerms(HandoverTerms.Kind.FOR_INFORMATION, practice, Optional.empty());
  }

  /**
   * A handover is on its way.
   *
   * @param asked the sequence at which this way of it began
   * @param again whether a question was answered with it
   */
  public void sent(PatientId patient, HandoverTerms terms, long asked, boolean again) {
    area.after(SENT_MILLIS, () -> report(patient, asked, Delivery.SENT));
    area.after(
        RECEIVED_MILLIS,
        () -> {
          report(patient, asked, Delivery.RECEIVED);
          if (terms.kind() == HandoverTerms.Kind.ACTION_REQUESTED) {
            received(patient, terms, again);
          }
        });
  }

  private void report(PatientId patient, long asked, Delivery delivery) {
    area.insist(
        DELIVERY,
        head -> Optional.of(new ReportDelivery(head, patient, asked, delivery)),
        () -> {});
  }

  private void received(PatientId patient, HandoverTerms terms, boolean again) {
    cases
        .find(patient.incident())
        .ifPresent(
            call -> {
              Chance chance = call.draws().clinical();
              long answers = rules.answer().millis(chance.share());
              double says = chance.between(0, PERCENT);
              area.at(opens() + answers, () -> answer(patient, terms, again ? PERCENT : says));
            });
  }

  private void answer(PatientId patient, HandoverTerms terms, double says) {
    Actor practice = terms.practice().map(id -> Actor.user(id.value())).orElse(HUB);
    if (says < rules.askBackPercent()) {
      give(
          practice,
          patient,
          new HandoverAnswer(
              HandoverAnswer.Kind.ASKED_BACK, Optional.empty(), Optional.of(area.nextRecord())));
      area.after(
          HUB_MILLIS,
          () ->
              area.insist(
                  HUB,
                  head -> Optional.of(new AnswerPractice(head, patient, area.nextRecord())),
                  () -> {}));
    } else if (says < rules.askBackPercent() + rules.refusePercent()) {
      give(
          practice,
          patient,
          new HandoverAnswer(
              HandoverAnswer.Kind.REFUSED,
              Optional.of(HandoverRefusal.NOT_OUR_PATIENT),
              Optional.empty()));
      area.after(
          HUB_MILLIS,
          () ->
              area.insist(
                  HUB,
                  head -> Optional.of(new HandOverByHand(head, patient, area.nextRecord())),
                  () -> {}));
    } else {
      give(
          practice,
          patient,
          new HandoverAnswer(HandoverAnswer.Kind.ACCEPTED, Optional.empty(), Optional.empty()));
    }
  }

  private void give(Actor practice, PatientId patient, HandoverAnswer answer) {
    area.insist(
        practice,
        head -> Optional.of(new AnswerHandover(head, patient, Optional.empty(), answer)),
        () -> {});
  }

  /** Now, if practices are open, or else when they open next. */
  private long opens() {
    LocalDateTime now = clock.local(area.now());
    LocalDate day = now.toLocalDate();
    if (isOpenOn(day) && now.toLocalTime().isBefore(rules.closes())) {
      return Math.max(area.now(), clock.moment(day.atTime(rules.opens())));
    }
    day = day.plusDays(1);
    while (!isOpenOn(day)) {
      day = day.plusDays(1);
    }
    return clock.moment(day.atTime(rules.opens()));
  }

  private boolean isOpenOn(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day.toString());
  }
}
