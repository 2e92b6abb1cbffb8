package org.doorstep.simulator.world.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.command.CareCommand.AnswerReferral;
import org.doorstep.dispatch.command.CareCommand.CancelReferral;
import org.doorstep.dispatch.command.CareCommand.OfferReferral;
import org.doorstep.dispatch.command.CareCommand.ReportAttendance;
import org.doorstep.dispatch.event.CareEvent.AttendanceReported;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.CommunityRules;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.demand.Cases;

/**
 * Community services: they answer offers, visit, and sometimes do not come, whereupon the hub asks
 * again. Confined to one thread.
 */
public final class Community {
  private static final Actor HUB = Actor.user("hub");
  private static final double PERCENT = 100;
  private static final long HUB_MILLIS = 20 * 60_000L;

  private final AreaLine area;
  private final Cases cases;
  private final CommunityRules rules;
  private final LocalHours clock;
  private final List<ServiceId> visiting;
  private final Map<ServiceId, Integer> takenToday = new TreeMap<>();
  private long today = -1;

  /** The services of one world. */
  public Community(
      AreaLine area,
      Cases cases,
      CommunityRules rules,
      LocalHours clock,
      ServiceDirectory directory) {
    this.area = area;
    this.cases = cases;
    this.rules = rules;
    this.clock = clock;
    this.visiting =
        directory.services().stream()
            .filter(service -> service.place().isEmpty())
            .map(Service::id)
            .toList();
  }

  /** Which services have said that they are full today. */
  public List<CapacityReport> capacities() {
    turnDay();
    List<CapacityReport> full = new ArrayList<>();
    for (ServiceId service : visiting) {
      if (takenToday.getOrDefault(service, 0) >= rules.perDay()) {
        full.add(new CapacityReport(service, Capacity.RED, area.instant()));
      }
    }
    return full;
  }

  /** A service was asked: it answers after a while, unless that is too late. */
  public void offered(ReferralOffered event) {
    cases
        .find(event.patient().incident())
        .ifPresent(
            call -> {
              Chance chance = call.draws().clinical();
              long answers = rules.answer().millis(chance.share());
              boolean willing = chance.happens(rules.acceptPercent() / PERCENT);
              area.after(answers, () -> answer(event, willing));
            });
  }

  private void answer(ReferralOffered event, boolean willing) {
    turnDay();
    int taken = takenToday.getOrDefault(event.service(), 0);
    boolean room = taken < rules.perDay();
    boolean accepts = room && (willing || isAskedAgain(event));
    Optional<ReferralRefusal> reason =
        accepts
            ? Optional.empty()
            : Optional.of(room ? ReferralRefusal.CRITERIA_NOT_MET : ReferralRefusal.NO_CAPACITY);
    ReferralAnswer answer =
        new ReferralAnswer(
            accepts ? ReferralAnswer.Kind.ACCEPTED : ReferralAnswer.Kind.REFUSED,
            reason,
            Optional.empty());
    area.insist(
        actor(event.service()),
        head ->
            Optional.of(
                new AnswerReferral(
                    head, event.patient(), Optional.of(event.service()), event.referral(), answer)),
        () -> {});
  }

  /** Whoever has missed a visit takes the patient on again. */
  private boolean isAskedAgain(ReferralOffered event) {
    return findReferral(event.patient(), event.referral() - 1)
        .filter(before -> before.state() == ReferralState.NOT_ATTENDED)
        .isPresent();
  }

  /** A service has answered: one that takes a patient on visits later, as a rule. */
  public void answered(ReferralAnswered event) {
    Optional<Referral> referral = findReferral(event.patient(), event.referral());
    if (event.answer().kind() != ReferralAnswer.Kind.ACCEPTED || referral.isEmpty()) {
      return;
    }
    ServiceId service = referral.get().service();
    turnDay();
    takenToday.merge(service, 1, Integer::sum);
    cases
        .find(event.patient().incident())
        .ifPresent(
            call -> {
              Chance chance = call.draws().clinical();
              long visits = rules.visit().millis(chance.share());
              boolean missed = chance.happens(rules.missedPercent() / PERCENT);
              boolean attended = !missed || event.referral() > 1;
              area.after(
                  visits,
                  () ->
                      area.insist(
                          actor(service),
                          head ->
                              Optional.of(
                                  new ReportAttendance(
                                      head,
                                      event.patient(),
                                      Optional.of(service),
                                      event.referral(),
                                      attended)),
                          () -> {}));
            });
  }

  /**
   * A service has said no, or nothing in time: where the crew has left and nobody else is to be
   * asked, the hub finds a way without a service.
   */
  public void turnedAway(PatientId patient) {
    area.after(
        HUB_MILLIS,
        () ->
            area.insist(
                HUB,
                head ->
                    area.board()
                        .findPatient(patient)
                        .filter(each -> each.isTurnedAway() && each.isHandedOn())
                        .flatMap(each -> each.arrangements().lastReferral())
                        .map(last -> new CancelReferral(head, patient, last.number())),
                () -> {}));
  }

  /** A visit has happened or not: where it has not, the hub asks the same service again. */
  public void reported(AttendanceReported event) {
    Optional<Referral> referral = findReferral(event.patient(), event.referral());
    if (event.attended() || referral.isEmpty()) {
      return;
    }
    ReferralPlan plan =
        new ReferralPlan(
            List.of(referral.get().service()), rules.answerSeconds(), area.nextRecord());
    area.after(
        HUB_MILLIS,
        () ->
            area.insist(
                HUB,
                head -> Optional.of(new OfferReferral(head, event.patient(), plan)),
                () -> {}));
  }

  private Optional<Referral> findReferral(PatientId id, int number) {
    Optional<Patient> patient = area.board().findPatient(id);
    return patient.flatMap(each -> each.arrangements().findReferral(number));
  }

  private void turnDay() {
    long day = clock.local(area.now()).toLocalDate().toEpochDay();
    if (day != today) {
      today = day;
      takenToday.clear();
    }
  }

  private static Actor actor(ServiceId service) {
    return Actor.user(service.value());
  }
}
