package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.OpenSpan;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/**
 * Searches the directory of services, as a national directory is searched: by need, coded outcome,
 * patient, place and time. Every service that does not fit keeps its reason, the most permanent
 * one.
 *
 * <p>Those that fit come in the order of what they need of time: services that come to the patient
 * or answer the telephone first, then by drive, then by room, then by id. One that says it is full
 * or paused is rejected, emergency departments too: this is a look at who takes patients.
 */
public final class ServiceSearch {
  private static final int SECOND_MILLIS = 1_000;

  private static final Comparator<Found> NEAREST_FIRST =
      Comparator.comparing((Found found) -> found.driveMillis().orElse(0))
          .thenComparing(found -> found.status().room().capacity())
          .thenComparing(Found::service);

  private final ServiceDirectory directory;
  private final ServiceQuestion question;
  private final Map<ServiceId, ServiceDrive> drives = new TreeMap<>();
  private final Map<ServiceId, ServiceWord> words = new TreeMap<>();

  /**
   * What was found.
   *
   * @param rejected in the order of the directory
   */
  public record Result(List<Found> found, List<Rejected> rejected) {
    public Result {
      found = List.copyOf(found);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * A service that fits.
   *
   * @param driveMillis empty for one that patients do not go to, and where nobody said from where
   * @param hours when it closes
   * @param reasons what has to be known or asked first
   */
  public record Found(
      ServiceId service,
      Optional<Integer> driveMillis,
      OpenSpan hours,
      ServiceStatus status,
      List<DestinationReason> reasons) {
    public Found {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A service that does not fit.
   *
   * @param hours when it opens, where that is in the way
   */
  public record Rejected(
      ServiceId service,
      DestinationReason reason,
      Optional<String> nationalCode,
      OpenSpan hours,
      ServiceStatus status) {}

  private ServiceSearch(ServiceDirectory directory, ServiceQuestion question) {
    this.directory = directory;
    this.question = question;
    question
        .near()
        .ifPresent(near -> near.drives().forEach(drive -> drives.put(drive.service(), drive)));
    question.words().forEach(word -> words.put(word.service(), word));
  }

  /** Searches a directory. */
  public static Result search(ServiceDirectory directory, ServiceQuestion question) {
    return new ServiceSearch(directory, question).search();
  }

  private Result search() {
    List<Found> found = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (Service service : directory.services()) {
      ServiceStatus status =
          RoomRules.status(
              directory, service, Optional.ofNullable(words.get(service.id())), question.now());
      OpenSpan hours = directory.span(service.hours(), question.now());
      Optional<DestinationReason> obstacle = findObstacle(service, status);
      if (obstacle.isPresent()) {
        Optional<String> code = RejectedReasonCode.find(obstacle.get().code());
        rejected.add(new Rejected(service.id(), obstacle.get(), code, hours, status));
      } else {
        found.add(found(service, hours, status));
      }
    }
    found.sort(NEAREST_FIRST);
    return new Result(found, rejected);
  }

  private Optional<DestinationReason> findObstacle(Service service, ServiceStatus status) {
    if (!question.needs().isEmpty() && question.needs().stream().noneMatch(service::meets)) {
      return Optional.of(new DestinationReason(Code.LACKS_NEED, 0));
    }
    Optional<String> district = question.patient().flatMap(each -> each.home().district());
    Optional<Position> place = question.near().map(ServiceQuestion.Near::place);
    return question
        .patient()
        .flatMap(patient -> ServiceFit.findObstacle(service, patient))
        .or(() -> ServiceFit.findReach(service, place, district))
        .or(() -> ServiceHours.findObstacle(directory, service, question.now()))
        .or(() -> findDistance(service))
        .or(() -> ServiceHours.findShut(service, status));
  }

  private Optional<DestinationReason> findDistance(Service service) {
    if (service.place().isEmpty() || question.near().isEmpty()) {
      return Optional.empty();
    }
    ServiceDrive drive = drives.get(service.id());
    if (drive == null) {
      return Optional.of(new DestinationReason(Code.NO_ROUTE, 0));
    }
    long beyond =
        question
            .near()
            .flatMap(ServiceQuestion.Near::driveMax)
            .map(most -> drive.driveMillis() - most.toMillis())
            .orElse(0L);
    if (beyond > 0) {
      return Optional.of(new DestinationReason(Code.TOO_FAR, 1 + (beyond - 1) / SECOND_MILLIS));
    }
    return directory.isOpen(service, arrival(service))
        ? Optional.empty()
        : Optional.of(new DestinationReason(Code.CLOSED_ON_ARRIVAL, 0));
  }

  private Instant arrival(Service service) {
    ServiceDrive drive = service.place().isEmpty() ? null : drives.get(service.id());
    return drive == null ? question.now() : question.now().plusMillis(drive.driveMillis());
  }

  private Found found(Service service, OpenSpan hours, ServiceStatus status) {
    List<DestinationReason> reasons = new ArrayList<>();
    ServiceDrive drive = service.place().isEmpty() ? null : drives.get(service.id());
    if (drive != null && drive.estimated()) {
      reasons.add(new DestinationReason(Code.DRIVE_ESTIMATED, 0));
    }
    if (status.room() == Room.UNKNOWN) {
      reasons.add(new DestinationReason(Code.CAPACITY_UNKNOWN, 0));
    }
    ServiceCautions.add(reasons, directory, service, arrival(service));
    reasons.addAll(ServiceFit.listOpen(service, question.patient().orElse(Referred.UNKNOWN)));
    return new Found(
        service.id(),
        Optional.ofNullable(drive).map(ServiceDrive::driveMillis),
        hours,
        status,
        reasons);
  }
}
