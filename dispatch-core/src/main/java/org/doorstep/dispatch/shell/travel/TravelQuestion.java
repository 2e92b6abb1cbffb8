package org.doorstep.dispatch.shell.travel;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.routing.DrivingMode;

/**
 * What has to be found out for one incident, taken off the area's thread.
 *
 * @param asked the sequence that asked
 * @param record whose key opens the place
 */
record TravelQuestion(
    AreaId area,
    IncidentId incident,
    long asked,
    RecordId record,
    SealedPlace place,
    DrivingMode mode,
    List<ClinicalUnit> units,
    List<Surveyor.Beside> besides) {

  /** The question, unless the incident has closed or nobody knows where it is. */
  static Optional<TravelQuestion> of(AskTravelTimes effect, DispatchView view) {
    return view.findIncident(effect.incident())
        .flatMap(
            incident ->
                incident
                    .report()
                    .place()
                    .map(
                        place ->
                            new TravelQuestion(
                                view.area(),
                                incident.id(),
                                effect.id().sequence(),
                                incident.report().record(),
                                place,
                                Surveyor.mode(incident.triage().category()),
                                view.listUnits(),
                                Surveyor.besides(view, Optional.of(incident.id())))));
  }
}
