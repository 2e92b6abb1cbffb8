package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.FleetCommand;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.ReviewAsked;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Basis;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.policy.area.DispatchPolicy;
import org.doorstep.dispatch.policy.area.ReviewedFleet;
import org.doorstep.dispatch.policy.area.Situation;

/** Decides about the units as a whole: who stands by where, and who takes over from whom. */
record FleetDecider(DispatchView view, DispatchPolicy policy)
    implements FleetCommand.FleetCases<Decision> {

  @Override
  public Decision requestReview(RequestReview command) {
    return Decision.accept(new ReviewAsked());
  }

  /** A review that says nothing new is none, unless somebody has asked for it. */
  @Override
  public Decision reviewFleet(ReviewFleet command) {
    FleetWatch watch = view.fleet();
    if (command.asked() != 0 && command.asked() != watch.reviewAsked()) {
      return Decision.reject(Rejection.ANSWER_OUTDATED);
    }
    FleetReview review = review(command);
    boolean news =
        watch.reviewAsked() != 0
            || !review
                .advice()
                .equals(
                    watch.review().map(FleetReview::advice).orElse(FleetReview.FleetAdvice.NONE));
    return news
        ? Decision.accept(new FleetReviewed(review))
        : Decision.reject(Rejection.NOTHING_TO_CHANGE);
  }

  private FleetReview review(ReviewFleet command) {
    Situation situation = OpenCalls.situation(view, command.picture(), command.head());
    ReviewedFleet reviewed = policy.review(situation, view.fleet());
    long number = view.fleet().review().map(FleetReview::number).orElse(0L) + 1;
    return new FleetReview(
        number,
        command.head().at(),
        new Basis(reviewed.policy(), policy.hash(), command.evidence()),
        reviewed.uncoveredTenThousandths(),
        reviewed.advice());
  }

  @Override
  public Decision postUnit(PostUnit command) {
    Optional<ClinicalUnit> found = view.findUnit(command.unit());
    if (found.isEmpty()) {
      return Decision.reject(Rejection.UNIT_UNKNOWN);
    }
    ClinicalUnit unit = found.get();
    if (unit.job().isPresent()) {
      return Decision.reject(Rejection.UNIT_ON_JOB);
    }
    if (unit.unavailable().isPresent()) {
      return Decision.reject(Rejection.UNIT_NOT_ASSIGNABLE);
    }
    if (unit.version() != command.saw()) {
      return Decision.reject(Rejection.SEEN_STATE_OUTDATED);
    }
    if (isThere(unit, command.station())) {
      return Decision.reject(Rejection.STATION_UNCHANGED);
    }
    Optional<MoveAdvice> advice = findAdvice(command);
    if (command.review().isPresent() && advice.isEmpty()) {
      return Decision.reject(Rejection.REVIEW_UNKNOWN);
    }
    MoveAdvice.Kind kind = advice.map(MoveAdvice::kind).orElse(MoveAdvice.Kind.STANDING);
    boolean usedUp =
        advice.isPresent()
            && kind == MoveAdvice.Kind.STANDING
            && policy.hasMovedEnough(view.fleet(), unit, command.head().at());
    return usedUp
        ? Decision.reject(Rejection.MOVES_USED_UP)
        : Decision.accept(new UnitPosted(unit.id(), command.station(), kind, command.review()));
  }

  /** Where nobody has said otherwise, a unit stands by at its base. */
  private static boolean isThere(ClinicalUnit unit, String station) {
    return unit.duty()
        .posting()
        .map(posting -> posting.station().equals(station))
        .orElse(unit.shift().base().equals(station) && unit.duty().jobs() == 0);
  }

  private Optional<MoveAdvice> findAdvice(PostUnit command) {
    Optional<FleetReview> latest =
        view.fleet()
            .review()
            .filter(review -> command.review().filter(n -> n == review.number()).isPresent());
    return latest.stream()
        .flatMap(review -> review.advice().moves().stream())
        .filter(move -> move.unit().equals(command.unit()))
        .filter(move -> move.station().equals(command.station()))
        .findFirst();
  }

  /** Refusals run from the most to the least permanent. */
  @Override
  public Decision exchangeUnits(ExchangeUnits command) {
    Exchange exchange = command.exchange();
    return IncidentDecider.open(
        view,
        exchange.incident(),
        incident -> {
          Optional<ClinicalUnit> leaves = view.findUnit(exchange.leaves());
          Optional<ClinicalUnit> comes = view.findUnit(exchange.comes());
          if (leaves.isEmpty() || comes.isEmpty()) {
            return Decision.reject(Rejection.UNIT_UNKNOWN);
          }
          Optional<Rejection> refusal =
              findRefusal(command, incident, leaves.get(), comes.get())
                  .or(() -> findRefusalOnto(command, leaves.get()));
          return refusal.map(Decision::reject).orElseGet(() -> exchanged(command));
        });
  }

  private static Optional<Rejection> findRefusal(
      ExchangeUnits command, Incident incident, ClinicalUnit leaves, ClinicalUnit comes) {
    Optional<Job> job = incident.findJob(leaves.id());
    if (job.isEmpty()) {
      return Optional.of(Rejection.JOB_UNKNOWN);
    }
    if (!meetsAsMuch(incident, leaves, comes)) {
      return Optional.of(Rejection.UNIT_NOT_CAPABLE);
    }
    if (job.get().stage().hasReachedScene()) {
      return Optional.of(Rejection.SCENE_REACHED);
    }
    if (comes.job().isPresent()) {
      return Optional.of(Rejection.UNIT_ON_JOB);
    }
    if (!comes.isAssignable()) {
      return Optional.of(Rejection.UNIT_NOT_ASSIGNABLE);
    }
    boolean seen =
        command.saw().incident() == incident.version()
            && command.saw().leaves() == leaves.version()
            && command.saw().comes() == comes.version();
    return seen ? Optional.empty() : Optional.of(Rejection.SEEN_STATE_OUTDATED);
  }

  /** Whoever takes over must do all that the other was sent to do. */
  private static boolean meetsAsMuch(Incident incident, ClinicalUnit leaves, ClinicalUnit comes) {
    if (leaves.shift().capabilities().meet(incident.triage().needs())
        && !comes.shift().capabilities().meet(incident.triage().needs())) {
      return false;
    }
    return incident.triage().further().stream()
        .filter(leaves.shift().capabilities()::meet)
        .allMatch(comes.shift().capabilities()::meet);
  }

  private Optional<Rejection> findRefusalOnto(ExchangeUnits command, ClinicalUnit leaves) {
    if (command.exchange().onto().isPresent()) {
      Optional<Incident> onto = view.findIncident(command.exchange().onto().get());
      if (onto.isEmpty()) {
        return Optional.of(Rejection.INCIDENT_CLOSED);
      }
      if (onto.get().isBookedAhead()) {
        return Optional.of(Rejection.BOOKING_NOT_RELEASED);
      }
      if (!JobDecider.isCapable(view, onto.get(), leaves)) {
        return Optional.of(Rejection.UNIT_NOT_CAPABLE);
      }
      if (command.saw().onto().filter(seen -> seen == onto.get().version()).isEmpty()) {
        return Optional.of(Rejection.SEEN_STATE_OUTDATED);
      }
    }
    boolean advised = listAdvised(command.exchange()).contains(command.exchange());
    return advised || command.overrideReason().isPresent()
        ? Optional.empty()
        : Optional.of(Rejection.OVERRIDE_REASON_MISSING);
  }

  private List<Exchange> listAdvised(Exchange wanted) {
    List<Exchange> advised = new ArrayList<>();
    view.fleet()
        .review()
        .ifPresent(
            review -> review.advice().exchanges().forEach(each -> advised.add(each.exchange())));
    wanted
        .onto()
        .flatMap(view::findIncident)
        .flatMap(onto -> onto.response().recommendation())
        .flatMap(latest -> latest.advice())
        .flatMap(Advice::exchange)
        .map(ExchangeAdvice::exchange)
        .ifPresent(advised::add);
    return advised;
  }

  /** The one comes before the other leaves: the incident is never without. */
  private static Decision exchanged(ExchangeUnits command) {
    Exchange exchange = command.exchange();
    List<DispatchEvent> events = new ArrayList<>();
    events.add(assigned(exchange.incident(), exchange.comes(), command.overrideReason()));
    events.add(new UnitStoodDown(exchange.incident(), exchange.leaves(), JobEndReason.BETTER_UNIT));
    exchange
        .onto()
        .ifPresent(onto -> events.add(assigned(onto, exchange.leaves(), command.overrideReason())));
    return Decision.accept(events.toArray(DispatchEvent[]::new));
  }

  private static UnitAssigned assigned(
      IncidentId incident, UnitId unit, Optional<OverrideReason> reason) {
    return new UnitAssigned(incident, unit, Optional.empty(), reason, Optional.empty());
  }
}
