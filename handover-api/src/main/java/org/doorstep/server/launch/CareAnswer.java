package org.doorstep.server.launch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.Vital;
import org.doorstep.dispatch.policy.DestinationChoice;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.News2;

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

  static CareAnswer of(CareTables tables, ServiceDirectory directory, AssessmentFile file) {
    Assessment assessment = file.assessment();
    CareResult care = CareDecision.decide(tables, assessment);
    return new CareAnswer(
        care.disposition(),
        care,
        assessment.observations().stream().map(each -> round(each, file.patient())).toList(),
        file.destinations().map(each -> rank(directory, care, assessment, each)));
  }

  private static DestinationRanking rank(
      ServiceDirectory directory,
      CareResult care,
      Assessment assessment,
      AssessmentFile.Destinations asked) {
    Stream.concat(
            asked.drives().stream().map(ServiceDrive::service),
            asked.capacities().stream().map(CapacityReport::service))
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
            DestinationQuestion.Patient.of(assessment, asked.section136()),
            asked.drives(),
            asked.capacities(),
            asked.askedAt()));
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
