package org.doorstep.server.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.DestinationChoice;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.routing.DrivingMode;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardState;

/** Finds where a patient could go from the scene, by real drive time. Blocks. */
final class DestinationFinding {
  private final ServedArea area;
  private final RoadTimes times;
  private final InstantSource clock;

  /** The ranking as the contract has it, with what was looked for. */
  record Found(
      DestinationClass destinationClass,
      String policy,
      List<DestinationRanking.Option> options,
      List<DestinationRanking.Rejected> rejected) {}

  DestinationFinding(ServedArea area, InstantSource clock) {
    this.area = area;
    this.times = new RoadTimes(area.map().roads());
    this.clock = clock;
  }

  /**
   * Ranks the services for a patient.
   *
   * @param wanted another kind of destination than the tables have proposed
   * @throws ProblemFault if nothing was proposed and nothing is wanted
   */
  Found find(BoardState board, Patient patient, Optional<DestinationClass> wanted) {
    Optional<CareProposal> proposal = patient.assessed().map(Assessed::proposal);
    DestinationClass looked =
        wanted
            .or(() -> proposal.map(CareProposal::destination))
            .orElseThrow(
                () ->
                    new ProblemFault(
                        Problems.QUERY.because("class: needed until an assessment is recorded.")));
    Optional<Position> scene =
        board
            .findIncident(patient.id().incident())
            .flatMap(BoardIncident::place)
            .map(place -> new Position(place.lat(), place.lon()));
    DestinationRanking ranking =
        DestinationChoice.rank(
            area.people().directory().services(),
            new DestinationQuestion(
                looked,
                known(patient),
                scene.map(from -> drives(from, Arrivals.mode(patient))).orElse(List.of()),
                area.people().capacities().list(clock.instant().minus(CapacityRoutes.COUNTS_FOR)),
                clock.instant()));
    return new Found(looked, ranking.policy(), ranking.options(), ranking.rejected());
  }

  /** What the last assessment says of the patient; held under section 136 is not asked yet. */
  private DestinationQuestion.Patient known(Patient patient) {
    return patient
        .assessed()
        .map(Assessed::record)
        .flatMap(area.record()::find)
        .map(AssessmentDetails::of)
        .map(details -> DestinationQuestion.Patient.of(details.assessment(), false))
        .orElseGet(
            () ->
                new DestinationQuestion.Patient(
                    Optional.empty(), Optional.empty(), Optional.empty(), false));
  }

  private List<ServiceDrive> drives(Position from, DrivingMode mode) {
    List<Service> placed =
        area.people().directory().services().services().stream()
            .filter(service -> service.place().isPresent())
            .toList();
    List<Position> places = placed.stream().flatMap(each -> each.place().stream()).toList();
    List<Optional<RoadTimes.Drive>> found = times.find(from, places, mode);
    List<ServiceDrive> drives = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      ServiceId service = placed.get(i).id();
      found
          .get(i)
          .map(drive -> new ServiceDrive(service, drive.millis(), drive.estimated()))
          .ifPresent(drives::add);
    }
    return drives;
  }
}
