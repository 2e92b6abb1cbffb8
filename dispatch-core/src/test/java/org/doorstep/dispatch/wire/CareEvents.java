package org.doorstep.dispatch.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.FollowUpOutcome;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.ServiceId;

/** One event of each kind about a patient's care. */
final class CareEvents {
  private static final PatientId P = new PatientId(new IncidentId(1042), 1);
  private static final RecordId R = new RecordId(new UUID(7, 43));
  private static final ServiceId S = new ServiceId("URGENT-COMMUNITY");

  private CareEvents() {}

  static List<DispatchEvent> oneOfEachKind() {
    return Stream.concat(arranged().stream(), handedOn().stream()).toList();
  }

  private static List<DispatchEvent> arranged() {
    return List.of(
        new CareEvent.AssessmentRecorded(P, R, proposal()),
        new CareEvent.DispositionChosen(
            P,
            new CareChoice(
                Disposition.COMMUNITY, Optional.of(S), Optional.of(ChoiceReason.HUB_AGREED))),
        new CareEvent.OwnershipTaken(P),
        new CareEvent.ReferralOffered(
            P,
            1,
            S,
            new ReferralPlan(List.of(new ServiceId("FALLS-RESPONSE")), 600, R),
            World.NOON.plusSeconds(600)),
        new CareEvent.ReferralAnswered(
            P,
            1,
            new ReferralAnswer(
                ReferralAnswer.Kind.REFUSED,
                Optional.of(ReferralRefusal.NO_CAPACITY),
                Optional.empty()),
            World.NOON.plusSeconds(600)),
        new CareEvent.ReferralExpired(P, 1),
        new CareEvent.ReferralCancelled(P, 1),
        new CareEvent.AttendanceReported(P, 1, true),
        new CareEvent.PreAlertSent(P, new ServiceId("MAIDSTONE-ED"), R),
        new CareEvent.PreAlertAcknowledged(P, new Bay("RESUS 2")),
        new CareEvent.PreAlertCancelled(P),
        new CareEvent.PatientReceived(P));
  }

  private static List<DispatchEvent> handedOn() {
    return List.of(
        new CareEvent.HandoverSigned(
            P,
            R,
            new HandoverTerms(
                HandoverTerms.Kind.ACTION_REQUESTED,
                Optional.of(new ServiceId("PRACTICE-1")),
                Optional.of(World.NOON.plusSeconds(86_400)))),
        new CareEvent.HandoverDelivered(P, Delivery.RECEIVED),
        new CareEvent.HandoverAnswered(
            P,
            new HandoverAnswer(HandoverAnswer.Kind.ASKED_BACK, Optional.empty(), Optional.of(R))),
        new CareEvent.PracticeAnswered(P, R),
        new CareEvent.HandoverRedirected(P, new ServiceId("PRACTICE-2")),
        new CareEvent.HandedOverByHand(P, R),
        new CareEvent.FollowUpRecorded(P, FollowUpOutcome.DONE, R),
        new CareEvent.ReturnHomeNoted(P, R),
        new CareEvent.ResponsibilityEnded(new IncidentId(1042)));
  }

  private static CareProposal proposal() {
    return new CareProposal(
        CareLevel.UCR,
        DestinationClass.URGENT_COMMUNITY_RESPONSE,
        false,
        false,
        Optional.of(2),
        List.of(new RuleUse("minimum-level-of-care", "1", "a".repeat(64), List.of("R30", "R40"))));
  }
}
