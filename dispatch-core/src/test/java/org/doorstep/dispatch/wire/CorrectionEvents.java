package org.doorstep.dispatch.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.ActionReason;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;
import org.doorstep.dispatch.model.ServiceId;

/** One event of each kind that sets something right. */
final class CorrectionEvents {
  private static final PatientId P = new PatientId(new IncidentId(1042), 1);
  private static final RecordId R = new RecordId(new UUID(7, 44));

  private CorrectionEvents() {}

  static List<DispatchEvent> oneOfEachKind() {
    return List.of(
        new CorrectionEvent.IdentityCorrected(P, R),
        new CorrectionEvent.PatientsMerged(P, 2),
        new CorrectionEvent.PatientsSeparated(P),
        new CorrectionEvent.HandoverAmended(P, 12, R, outOfHours()),
        new CorrectionEvent.HandoverRetracted(
            P,
            12,
            Retraction.Reason.WRONG_RECEIVER,
            R,
            Optional.of(
                new CareChoice(Disposition.TREAT_AT_SCENE, Optional.empty(), Optional.empty()))));
  }

  private static HandoverTerms outOfHours() {
    return new HandoverTerms(
            HandoverTerms.Kind.ACTION_REQUESTED,
            Optional.of(new ServiceId("PRACTICE-1")),
            Optional.of(World.NOON.plusSeconds(21_600)),
            Optional.empty(),
            Optional.of(ActionReason.MEDICATION_REVIEW),
            Optional.empty())
        .outOfHours(new ServiceId("OUT-OF-HOURS"));
  }
}
