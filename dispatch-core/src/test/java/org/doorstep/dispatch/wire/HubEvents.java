package org.doorstep.dispatch.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/** One of each kind of event about those who wait, and of hub and crew. */
final class HubEvents {
  private static final IncidentId I = new IncidentId(1042);
  private static final PatientId P = new PatientId(I, 1);
  private static final RecordId R = new RecordId(new UUID(7, 8));
  private static final Actor MARY = Actor.user("mary");

  private HubEvents() {}

  static List<DispatchEvent> oneOfEachKind() {
    Outcome outcome =
        new Outcome(
            Disposition.COMMUNITY,
            Optional.of(DestinationClass.URGENT_COMMUNITY_RESPONSE),
            Optional.of(new ServiceId("UCR-WEST")));
    return List.of(
        new HubEvent.CallBackQueued(I, CallBackReason.LONG_WAIT, World.NOON.plusSeconds(1_800)),
        new HubEvent.CaseTaken(I, Optional.of(Actor.user("omar"))),
        new HubEvent.CaseReleased(I),
        new HubEvent.CallBackMade(
            I, CallBackOutcome.NO_ANSWER, Optional.of(R), Optional.of(World.NOON.plusSeconds(900))),
        new HubEvent.WelfareCallMade(I, WelfareOutcome.WORSE, Optional.of(R)),
        new HubEvent.ContactReviewed(I, ReviewOutcome.STANDS, Optional.of(R), MARY),
        new HubEvent.UnreachedDecided(I, UnreachedDecision.CHECK_ASKED, Optional.of(R)),
        new HubEvent.HubAsked(P),
        new HubEvent.OutcomeProposed(P, outcome, Optional.of(R), MARY),
        new HubEvent.OutcomeAnswered(P, false, Optional.of(R)),
        new HubEvent.OutcomeAgreed(
            P,
            outcome,
            true,
            List.of(
                new Party(Party.Role.HUB_CLINICIAN, Optional.of(MARY)),
                new Party(Party.Role.CREW_CLINICIAN, Optional.of(Actor.user("crew-a117"))),
                new Party(Party.Role.EMERGENCY_CONSULTANT, Optional.empty())),
            R));
  }
}
