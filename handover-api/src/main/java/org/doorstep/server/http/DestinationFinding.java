package org.doorstep.server.http;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.TravelMode;
import org.doorstep.dispatch.policy.Circumstances;
import org.doorstep.dispatch.policy.DestinationChoice;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.policy.DestinationReason;
import org.doorstep.dispatch.policy.LevelledOrder;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;
import org.doorstep.routing.DrivingMode;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardState;

/** Finds where a patient could go from the scene, by real drive time. Blocks. */
final class DestinationFinding {
  private static final Set<DestinationClass> BLUE_LIGHT =
      EnumSet.of(
          DestinationClass.NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
          DestinationClass.HEART_ATTACK_CENTRE,
          DestinationClass.STROKE_UNIT,
          DestinationClass.TRAUMA_CENTRE,
          DestinationClass.OBSTETRIC_OR_PAEDIATRIC_SITE,
          DestinationClass.EMERGENCY_DEPARTMENT);

  private final ServedArea area;
  private final InstantSource clock;

  /**
   * The ranking as the contract has it, with what was looked for.
   *
   * @param levelling as the desk has last switched it
   * @param levelled whether queues could have a say for this patient
   */
  record Found(
      DestinationClass destinationClass,
      String policy,
      List<DestinationRanking.Option> options,
      List<Rejected> rejected,
      TravelMode mode,
      Optional<LoadLevelling> levelling,
      boolean levelled) {}

  /** A service that cannot take the patient, with the national code of its reason. */
  record Rejected(ServiceId service, DestinationReason reason, Optional<String> nationalCode) {
    static Rejected of(DestinationRanking.Rejected rejected) {
      return new Rejected(rejected.service(), rejected.reason(), rejected.nationalCode());
    }
  }

  DestinationFinding(ServedArea area, InstantSource clock) {
    this.area = area;
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
    DestinationQuestion question = question(patient, looked, scene);
    DestinationRanking ranking =
        DestinationChoice.rank(area.people().directory().services(), question);
    Optional<LoadLevelling> levelling = question.around().levelling();
    return new Found(
        looked,
        ranking.policy(),
        ranking.options(),
        ranking.rejected().stream().map(Rejected::of).toList(),
        question.around().mode(),
        levelling,
        levelling.filter(LoadLevelling::on).isPresent() && !LevelledOrder.isTimeCritical(question));
  }

  private DestinationQuestion question(
      Patient patient, DestinationClass looked, Optional<Position> scene) {
    DrivingMode mode = mode(patient, looked);
    ServiceBook.View book = area.people().book().view();
    return new DestinationQuestion(
        looked,
        known(patient),
        scene.map(from -> drives(from, mode)).orElse(List.of()),
        List.of(),
        clock.instant(),
        new Circumstances(
            book.words(),
            book.queues(),
            book.levelling(),
            mode == DrivingMode.BLUE_LIGHT ? TravelMode.BLUE_LIGHT : TravelMode.NORMAL,
            patient.assessed().map(Assessed::proposal).filter(CareProposal::preAlert).isPresent(),
            scene));
  }

  /** Blue lights for whoever is warned of; a visit or a minor injury never has them. */
  private static DrivingMode mode(Patient patient, DestinationClass looked) {
    return BLUE_LIGHT.contains(looked) ? Arrivals.mode(patient) : DrivingMode.NORMAL;
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
    return new ServiceDrives(area).find(from, mode);
  }
}
