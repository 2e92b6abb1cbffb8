package org.doorstep.server.launch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.TravelMode;
import org.doorstep.dispatch.model.Vital;
import org.doorstep.dispatch.policy.Circumstances;
import org.doorstep.dispatch.policy.DestinationChoice;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.News2;
import org.doorstep.routing.DrivingMode;

/**
 * What the tables and the directory say to one assessment.
 *
 * @param news2 one for each round, in their order
 * @param destinations empty where nothing was said of drives
 */
record CareAnswer(
    Disposition disposition,
    CareResult care,
    List<Round> news2,
    Optional<DestinationRanking> destinations) {
  CareAnswer {
    news2 = List.copyOf(news2);
  }

  /**
   * The score of one round, or why there is none.
   *
   * @param notValidated why no score is validated for this patient; nothing is thereby normal
   */
  record Round(
      Instant takenAt, Optional<News2.NotValidated.Reason> notValidated, Optional<Score> score) {}

  /**
   * A score.
   *
   * @param total while anything is missing, the least that it can be
   * @param riskBand empty while what is missing could raise it
   */
  record Score(
      int total,
      boolean complete,
      Optional<News2.RiskBand> riskBand,
      List<News2.Parameter> parameters,
      List<Vital> missing) {
    Score {
      parameters = List.copyOf(parameters);
      missing = List.copyOf(missing);
    }
  }

  /** How drives from a place are found, where the file gives none. */
  interface Drives {
    List<ServiceDrive> find(Position from, DrivingMode mode);
  }

  static CareAnswer of(
      CareTables tables, ServiceDirectory directory, AssessmentFile file, Drives drives) {
    Assessment assessment = file.assessment();
    CareResult care = CareDecision.decide(tables, assessment);
    return new CareAnswer(
        care.disposition(),
        care,
        assessment.observations().stream().map(each -> round(each, file.patient())).toList(),
        file.destinations()
            .map(each -> rank(directory, care, assessment, with(each, care, drives))));
  }

  /** The same with drives from the place for all that were not given. */
  private static AssessmentFile.Destinations with(
      AssessmentFile.Destinations asked, CareResult care, Drives drives) {
    if (asked.place().isEmpty()) {
      return asked;
    }
    DrivingMode mode = care.outcome().preAlert() ? DrivingMode.BLUE_LIGHT : DrivingMode.NORMAL;
    List<ServiceDrive> all = new ArrayList<>(asked.drives().orElse(List.of()));
    List<ServiceId> given = all.stream().map(ServiceDrive::service).toList();
    drives.find(asked.place().get(), mode).stream()
        .filter(drive -> !given.contains(drive.service()))
        .forEach(all::add);
    return new AssessmentFile.Destinations(
        asked.askedAt(), asked.place(), asked.section136(), Optional.of(all), asked.capacities());
  }

  private static DestinationRanking rank(
      ServiceDirectory directory,
      CareResult care,
      Assessment assessment,
      AssessmentFile.Destinations asked) {
    Stream.concat(
            asked.drives().stream().flatMap(List::stream).map(ServiceDrive::service),
            asked.capacities().stream().flatMap(List::stream).map(CapacityReport::service))
        .filter(service -> directory.find(service).isEmpty())
        .findFirst()
        .ifPresent(
            service -> {
              throw new IllegalArgumentException(
                  "The assessment is refused at (/destinations): the service (%s) must be one of the directory."
                      .formatted(service.value()));
            });
    return DestinationChoice.rank(
        directory,
        new DestinationQuestion(
            care.outcome().destination(),
            DestinationQuestion.Patient.of(assessment, asked.section136().orElse(false)),
            asked.drives().orElse(List.of()),
            asked.capacities().orElse(List.of()),
            asked.askedAt(),
            around(care, asked)));
  }

  private static Circumstances around(CareResult care, AssessmentFile.Destinations asked) {
    boolean warned = care.outcome().preAlert();
    return new Circumstances(
        List.of(),
        List.of(),
        Optional.empty(),
        warned ? TravelMode.BLUE_LIGHT : TravelMode.NORMAL,
        warned,
        asked.place());
  }

  private static Round round(ObservationSet observed, PatientFacts patient) {
    News2.Result result = News2.of(observed, patient);
    if (result instanceof News2.Scored scored) {
      return new Round(
          observed.takenAt(),
          Optional.empty(),
          Optional.of(
              new Score(
                  scored.total(),
                  scored.isComplete(),
                  scored.riskBand(),
                  scored.parameters(),
                  scored.missing())));
    }
    News2.NotValidated none = (News2.NotValidated) result;
    return new Round(observed.takenAt(), Optional.of(none.reason()), Optional.empty());
  }
}
