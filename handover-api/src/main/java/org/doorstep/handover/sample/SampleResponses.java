package org.doorstep.handover.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.handover.bars.BarsCase;
import org.doorstep.handover.bars.BarsMessage;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsVersion;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.BarsWord.Reason;
import org.doorstep.handover.bars.BarsWord.Since;
import org.doorstep.handover.bars.BarsWord.Status;
import org.doorstep.handover.bars.DerivedId;

/** What we say of an invented request of another system. */
final class SampleResponses {
  private static final Instant BEGAN = SampleLetters.CALLED.plusSeconds(3_605);

  private SampleResponses() {}

  /** One change of the request; the same each time. */
  static BarsResponse of(BarsMessage request, BarsRequest.Purpose purpose, Status status) {
    BarsVersion version = version(request, purpose);
    BarsWord word = word(status);
    return new BarsResponse(
        DerivedId.of("sample-response", purpose.name(), status.name()),
        new BarsCase(version.names().sender(), version.names().request(), List.of(version)),
        new BarsResponse.Ours(
            new AreaId("WEST_KENT"),
            new IncidentId(103),
            DerivedId.of("sample-response-encounter", purpose.name())),
        new BarsResponse.Us("ZZ900", "Doorstep Sample Desk (invented)", "2000000001", true),
        word,
        word.at());
  }

  private static BarsVersion version(BarsMessage request, BarsRequest.Purpose purpose) {
    return new BarsVersion(
        new BarsVersion.Names(
            request.envelope().digest(),
            request.envelope().sender(),
            request.request().id(),
            request.envelope().bundle()),
        new BarsVersion.Asked(purpose, request.request().useCase(), BarsRequest.Status.ACTIVE),
        new RecordId(DerivedId.of("sample-entry", request.envelope().digest())),
        BEGAN,
        Optional.empty(),
        Optional.of(new IncidentId(103)));
  }

  private static BarsWord word(Status status) {
    List<Since> history = new ArrayList<>(List.of(new Since(Status.PLANNED, BEGAN)));
    if (status != Status.PLANNED) {
      history.add(new Since(status, BEGAN.plusSeconds(600)));
    }
    Optional<Reason> reason =
        status == Status.CANCELLED
            ? Optional.of(
                new Reason(Reason.Code.NOT_AVAILABLE_IN_TIME, "No resource of ours can be sent."))
            : Optional.empty();
    return new BarsWord(
        status,
        reason,
        Category.C3,
        Optional.of("Less urgent than it was thought; an ambulance is wanted."),
        Optional.of("Jo Sample"),
        history);
  }
}
