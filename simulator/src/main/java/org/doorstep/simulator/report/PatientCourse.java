package org.doorstep.simulator.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.AttendanceReported;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.event.CareEvent.HandoverDelivered;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.PatientReceived;
import org.doorstep.dispatch.event.CareEvent.PracticeAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralCancelled;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.Wanted;

/** What was decided for one patient and what became of it, read off the log. One thread. */
public final class PatientCourse {
  private final int number;
  private final Map<Integer, Offer> offers = new TreeMap<>();
  private Optional<Found> found = Optional.empty();
  private Optional<Chosen> chosen = Optional.empty();
  private Optional<Instant> receivedAt = Optional.empty();
  private Optional<Return> handedBack = Optional.empty();
  private final List<Unmet> missed = new ArrayList<>();

  /** What the protocol proposed at the latest assessment, and who assessed. */
  public record Found(CareProposal proposal, Instant at, Actor by) {}

  /** Where care happens; the category is that of the moment. */
  public record Chosen(CareChoice choice, Instant at, Actor by, Category category) {}

  /**
   * One offer to a service.
   *
   * @param since when its present state began
   */
  public record Offer(
      ServiceId service,
      Instant offeredAt,
      ReferralState state,
      Optional<ReferralRefusal> refusal,
      Instant since) {
    Offer now(ReferralState next, Optional<ReferralRefusal> reason, Instant at) {
      return new Offer(service, offeredAt, next, reason, at);
    }
  }

  /**
   * The way back to the practice.
   *
   * @param receivedAt the first proof that it has arrived
   * @param endedAt when the practice accepted, or a person passed the patient on by hand
   */
  public record Return(
      HandoverTerms terms,
      HandoverState state,
      Instant signedAt,
      Optional<Instant> receivedAt,
      Optional<Instant> endedAt) {
    Return now(HandoverState next) {
      return new Return(terms, next, signedAt, receivedAt, endedAt);
    }
  }

  PatientCourse(int number) {
    this.number = number;
  }

  /** A patient for whom nothing was found or decided. */
  public static PatientCourse ofNobody(int number) {
    return new PatientCourse(number);
  }

  /** The patient's number in the incident. */
  public int number() {
    return number;
  }

  /** The latest assessment. */
  public Optional<Found> found() {
    return found;
  }

  /** The latest choice. */
  public Optional<Chosen> chosen() {
    return chosen;
  }

  /** The offers to services, in the order of asking. */
  public List<Offer> offers() {
    return List.copyOf(offers.values());
  }

  /** Choices that were made because something was not to be had. */
  List<Unmet> missed() {
    return List.copyOf(missed);
  }

  /** When the destination took over by name. */
  public Optional<Instant> receivedAt() {
    return receivedAt;
  }

  /** The handover to the practice. */
  public Optional<Return> handedBack() {
    return handedBack;
  }

  void hear(CareEvent event, LoggedEvent logged, Category category) {
    Instant at = logged.at();
    if (event instanceof AssessmentRecorded each) {
      found = Optional.of(new Found(each.proposal(), at, logged.actor()));
    } else if (event instanceof DispositionChosen each) {
      chosen = Optional.of(new Chosen(each.choice(), at, logged.actor(), category));
      miss(each.choice(), at);
    } else if (event instanceof PatientReceived) {
      receivedAt = Optional.of(at);
    } else if (event instanceof HandoverSigned each) {
      handedBack =
          Optional.of(
              new Return(
                  each.terms(), onItsWay(each.terms()), at, Optional.empty(), Optional.empty()));
    } else {
      hearReferral(event, at);
      handedBack.ifPresent(known -> handedBack = Optional.of(returned(known, event, at)));
    }
  }

  private void miss(CareChoice choice, Instant at) {
    boolean isSaid = choice.reason().filter(ChoiceReason.SERVICE_UNAVAILABLE::equals).isPresent();
    if (isSaid || choice.wanted().isPresent()) {
      missed.add(
          new Unmet(
              at,
              Unmet.Kind.UNAVAILABLE,
              choice.wanted().map(Wanted::service),
              found.map(each -> each.proposal().destination()),
              choice.wanted().map(wanted -> wanted.why().name())));
    }
  }

  private static HandoverState onItsWay(HandoverTerms terms) {
    return terms.practice().isPresent() ? HandoverState.SIGNED : HandoverState.UNDELIVERABLE;
  }

  private void hearReferral(CareEvent event, Instant at) {
    if (event instanceof ReferralOffered each) {
      offers.put(
          each.referral(),
          new Offer(each.service(), at, ReferralState.OFFERED, Optional.empty(), at));
    } else if (event instanceof ReferralAnswered each) {
      refer(each.referral(), stateOf(each.answer()), each.answer().reason(), at);
    } else if (event instanceof ReferralExpired each) {
      refer(each.referral(), ReferralState.EXPIRED, Optional.empty(), at);
    } else if (event instanceof ReferralCancelled each) {
      refer(each.referral(), ReferralState.CANCELLED, Optional.empty(), at);
    } else if (event instanceof AttendanceReported each) {
      ReferralState next = each.attended() ? ReferralState.ATTENDED : ReferralState.NOT_ATTENDED;
      refer(each.referral(), next, Optional.empty(), at);
    }
  }

  private void refer(
      int referral, ReferralState next, Optional<ReferralRefusal> reason, Instant at) {
    offers.computeIfPresent(referral, (key, offer) -> offer.now(next, reason, at));
  }

  private static ReferralState stateOf(ReferralAnswer answer) {
    return switch (answer.kind()) {
      case INTERIM -> ReferralState.INTERIM;
      case ACCEPTED -> ReferralState.ACCEPTED;
      case REFUSED -> ReferralState.REFUSED;
    };
  }

  private static Return returned(Return known, CareEvent event, Instant at) {
    if (event instanceof HandoverDelivered each) {
      return delivered(known, each.delivery(), at);
    }
    if (event instanceof HandoverAnswered each) {
      return answered(known, each.answer(), at);
    }
    if (event instanceof PracticeAnswered) {
      return known.now(HandoverState.SIGNED);
    }
    if (event instanceof HandoverRedirected each) {
      return new Return(
          known.terms().to(each.practice()),
          HandoverState.SIGNED,
          known.signedAt(),
          known.receivedAt(),
          known.endedAt());
    }
    if (event instanceof HandedOverByHand) {
      return ended(known, HandoverState.BY_HAND, at);
    }
    return known;
  }

  private static Return delivered(Return known, Delivery delivery, Instant at) {
    return switch (delivery) {
      case SENT -> known.now(HandoverState.SENT);
      case FAILED -> known.now(HandoverState.UNDELIVERABLE);
      case RECEIVED ->
          new Return(
              known.terms(),
              HandoverState.RECEIVED,
              known.signedAt(),
              known.receivedAt().or(() -> Optional.of(at)),
              known.endedAt());
    };
  }

  private static Return answered(Return known, HandoverAnswer answer, Instant at) {
    return switch (answer.kind()) {
      case ACCEPTED -> ended(known, HandoverState.ACCEPTED, at);
      case ASKED_BACK -> known.now(HandoverState.QUERIED);
      case REFUSED -> known.now(HandoverState.REFUSED);
    };
  }

  private static Return ended(Return known, HandoverState state, Instant at) {
    return new Return(known.terms(), state, known.signedAt(), known.receivedAt(), Optional.of(at));
  }
}
