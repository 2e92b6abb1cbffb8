package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/**
 * Ranks the services that are open, able and accepting by drive time, kind by kind, and keeps the
 * reason of every other.
 *
 * <p>Where nobody can do what was asked for, the hub and the emergency departments are offered in
 * its place and marked as such, so that no patient is left without an answer.
 *
 * <p>Drives are compared in milliseconds, unrounded; ties go to the lower service id. An emergency
 * service is never rejected for what it says of its room: it stands behind all of its kind that
 * have not said so, and a person decides. Only for an arrest and the like the nearest stays first
 * although it is full; not if it is paused. Others that are full are rejected. Silence about room
 * is shown, and never taken for room. Queues have no say, but for {@link LevelledOrder}.
 */
public final class DestinationChoice {
  /** Name and version, as recorded with every choice. */
  public static final String NAME = "quickest-able-service/2";

  /** The longest drive to a major trauma centre; beyond it a trauma unit. Needs approval. */
  public static final Duration MAJOR_TRAUMA_DRIVE_MAX = Duration.ofMinutes(45);

  private static final int SECOND_MILLIS = 1_000;

  private final ServiceDirectory directory;
  private final DestinationQuestion question;
  private final List<List<CareNeed>> kinds;
  private final boolean isFallback;
  private final Referred referred;
  private final Map<ServiceId, ServiceDrive> drives = new TreeMap<>();
  private final Map<ServiceId, CapacityReport> capacities = new TreeMap<>();
  private final Map<ServiceId, ServiceWord> words = new TreeMap<>();
  private final Map<ServiceId, QueueWord> queues = new TreeMap<>();

  private DestinationChoice(
      ServiceDirectory directory,
      DestinationQuestion question,
      List<List<CareNeed>> kinds,
      boolean isFallback) {
    this.directory = directory;
    this.question = question;
    this.kinds = kinds;
    this.isFallback = isFallback;
    this.referred = question.patient().referred();
    question.drives().forEach(drive -> drives.put(drive.service(), drive));
    question.capacities().forEach(report -> capacities.put(report.service(), report));
    question.around().words().forEach(word -> words.put(word.service(), word));
    question.around().queues().forEach(word -> queues.put(word.service(), word));
  }

  /** Ranks the services of a directory for one patient. */
  public static DestinationRanking rank(ServiceDirectory directory, DestinationQuestion question) {
    DestinationRanking asked =
        new DestinationChoice(directory, question, DestinationNeeds.of(question), false).rank();
    if (!asked.options().isEmpty()) {
      return asked;
    }
    List<DestinationRanking.Option> options =
        new DestinationChoice(directory, question, DestinationNeeds.fallback(question), true)
            .rank()
            .options();
    List<ServiceId> offered = options.stream().map(DestinationRanking.Option::service).toList();
    // What is rejected keeps the reason for which it cannot do what was asked for.
    return new DestinationRanking(
        NAME,
        options,
        asked.rejected().stream().filter(each -> !offered.contains(each.service())).toList());
  }

  ServiceDirectory directory() {
    return directory;
  }

  DestinationQuestion question() {
    return question;
  }

  List<List<CareNeed>> kinds() {
    return kinds;
  }

  boolean isFallback() {
    return isFallback;
  }

  Map<ServiceId, ServiceDrive> drives() {
    return drives;
  }

  private DestinationRanking rank() {
    List<FoundService> found = new ArrayList<>();
    List<DestinationRanking.Rejected> rejected = new ArrayList<>();
    for (Service service : directory.services()) {
      Optional<DestinationReason> obstacle = findObstacle(service);
      if (obstacle.isPresent()) {
        rejected.add(new DestinationRanking.Rejected(service.id(), obstacle.get()));
      } else {
        found.add(found(service));
      }
    }
    found.sort(bestFirst());
    Optional<LevelledOrder.Levelled> levelled = LevelledOrder.find(question, found);
    List<FoundService> order =
        levelled.map(change -> LevelledOrder.apply(change, found)).orElse(found);
    DestinationExplanation words = new DestinationExplanation(this, order, levelled);
    return new DestinationRanking(NAME, order.stream().map(words::option).toList(), rejected);
  }

  private Comparator<FoundService> bestFirst() {
    return Comparator.comparingInt(FoundService::kind)
        .thenComparing(this::isPutBehind)
        .thenComparing(FoundService::driveMillis)
        .thenComparing(FoundService::visitMinutes)
        .thenComparing(found -> found.status().room().capacity())
        .thenComparing(found -> found.service().id());
  }

  private boolean isPutBehind(FoundService found) {
    Room room = found.status().room();
    boolean isLifeThreat =
        question.destination() == DestinationClass.NEAREST_SUITABLE_EMERGENCY_DEPARTMENT;
    return room.isShut() && !(isLifeThreat && room == Room.FULL);
  }

  /** The first thing that stands in the way, from the most to the least permanent. */
  private Optional<DestinationReason> findObstacle(Service service) {
    int kind = kind(service);
    if (kind == kinds.size()) {
      return reason(Code.LACKS_NEED, 0);
    }
    return ServiceFit.findObstacle(service, referred)
        .or(
            () ->
                ServiceFit.findReach(
                    service, question.around().scene(), referred.home().district()))
        .or(() -> findHours(service))
        .or(() -> findDistance(service, kind))
        .or(() -> findRoom(service));
  }

  private Optional<DestinationReason> findHours(Service service) {
    return ServiceHours.findObstacle(directory, service, question.now());
  }

  private Optional<DestinationReason> findDistance(Service service, int kind) {
    if (service.place().isEmpty()) {
      return Optional.empty();
    }
    if (!drives.containsKey(service.id())) {
      return reason(Code.NO_ROUTE, 0);
    }
    long beyondMillis = driveMillis(service) - MAJOR_TRAUMA_DRIVE_MAX.toMillis();
    if (kinds.get(kind).contains(CareNeed.MAJOR_TRAUMA_CENTRE) && beyondMillis > 0) {
      return reason(Code.TOO_FAR, 1 + (beyondMillis - 1) / SECOND_MILLIS);
    }
    Instant arrival = question.now().plusMillis(driveMillis(service));
    return directory.isOpen(service, arrival)
        ? Optional.empty()
        : reason(Code.CLOSED_ON_ARRIVAL, 0);
  }

  private Optional<DestinationReason> findRoom(Service service) {
    return service.meets(CareNeed.EMERGENCY)
        ? Optional.empty()
        : ServiceHours.findShut(service, status(service));
  }

  /** The first kind that a service is of; the number of kinds where it is of none. */
  private int kind(Service service) {
    int kind = 0;
    while (kind < kinds.size() && !kinds.get(kind).stream().allMatch(service::meets)) {
      kind++;
    }
    return kind;
  }

  private FoundService found(Service service) {
    ServiceDrive drive = drives.get(service.id());
    int driveMillis = driveMillis(service);
    boolean estimated = service.place().isPresent() && drive != null && drive.estimated();
    Optional<ExpectedHandover> handover =
        HandoverRules.expect(
            directory,
            service,
            Optional.ofNullable(queues.get(service.id())),
            question.now(),
            question.now().plusMillis(driveMillis));
    return new FoundService(
        service, kind(service), driveMillis, estimated, status(service), handover);
  }

  private int driveMillis(Service service) {
    ServiceDrive drive = drives.get(service.id());
    return service.place().isEmpty() || drive == null ? 0 : drive.driveMillis();
  }

  private ServiceStatus status(Service service) {
    CapacityReport report = capacities.get(service.id());
    ServiceWord word = words.get(service.id());
    if (word == null && report != null) {
      return report.capacity() == Capacity.UNKNOWN
          ? ServiceStatus.UNKNOWN
          : ServiceStatus.of(Room.of(report.capacity()), ageSeconds(report));
    }
    return RoomRules.status(directory, service, Optional.ofNullable(word), question.now());
  }

  private long ageSeconds(CapacityReport report) {
    return Math.max(0, Duration.between(report.reportedAt(), question.now()).toSeconds());
  }

  private static Optional<DestinationReason> reason(Code code, long amount) {
    return Optional.of(new DestinationReason(code, amount));
  }
}
