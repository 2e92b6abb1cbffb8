package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Acceptance;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/**
 * Ranks the services that are open, able and accepting by drive time, kind by kind, and keeps the
 * reason of every other.
 *
 * <p>Where nobody can do what was asked for, the hub and the emergency departments are offered in
 * its place and marked as such, so that no patient is left without an answer.
 *
 * <p>Drives are compared in milliseconds, unrounded; ties go to the lower service id. An emergency
 * service is never rejected for being full: it is shown as full, and a person decides. Others that
 * are full are. Silence about capacity is shown, and never taken for room.
 */
public final class DestinationChoice {
  /** Name and version, as recorded with every choice. */
  public static final String NAME = "quickest-able-service/1";

  /** The longest drive to a major trauma centre; beyond it a trauma unit. Needs approval. */
  public static final Duration MAJOR_TRAUMA_DRIVE_MAX = Duration.ofMinutes(45);

  private static final int SECOND_MILLIS = 1_000;

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::kind)
          .thenComparing(Found::driveMillis)
          .thenComparing(found -> found.report().capacity())
          .thenComparing(found -> found.service().id());

  private final ServiceDirectory directory;
  private final DestinationQuestion question;
  private final List<List<CareNeed>> kinds;
  private final boolean isFallback;
  private final Map<ServiceId, ServiceDrive> drives = new TreeMap<>();
  private final Map<ServiceId, CapacityReport> capacities = new TreeMap<>();

  /** A service that can take the patient; those that come to the patient drive zero. */
  private record Found(
      Service service, int kind, int driveMillis, boolean estimated, CapacityReport report) {}

  private DestinationChoice(
      ServiceDirectory directory,
      DestinationQuestion question,
      List<List<CareNeed>> kinds,
      boolean isFallback) {
    this.directory = directory;
    this.question = question;
    this.kinds = kinds;
    this.isFallback = isFallback;
    question.drives().forEach(drive -> drives.put(drive.service(), drive));
    question.capacities().forEach(report -> capacities.put(report.service(), report));
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

  private DestinationRanking rank() {
    List<Found> found = new ArrayList<>();
    List<DestinationRanking.Rejected> rejected = new ArrayList<>();
    for (Service service : directory.services()) {
      Optional<DestinationReason> obstacle = findObstacle(service);
      if (obstacle.isPresent()) {
        rejected.add(new DestinationRanking.Rejected(service.id(), obstacle.get()));
      } else {
        found.add(found(service));
      }
    }
    found.sort(BEST_FIRST);
    return new DestinationRanking(
        NAME, found.stream().map(each -> option(each, found)).toList(), rejected);
  }

  /** The first thing that stands in the way, from the most to the least permanent. */
  private Optional<DestinationReason> findObstacle(Service service) {
    int kind = kind(service);
    if (kind == kinds.size()) {
      return reason(Code.LACKS_NEED, 0);
    }
    Optional<DestinationReason> unaccepted = findUnaccepted(service.acceptance());
    if (unaccepted.isPresent()) {
      return unaccepted;
    }
    if (!directory.isOpen(service, question.now())) {
      return reason(Code.CLOSED, 0);
    }
    if (service.place().isPresent() && !drives.containsKey(service.id())) {
      return reason(Code.NO_ROUTE, 0);
    }
    long beyondMillis = driveMillis(service) - MAJOR_TRAUMA_DRIVE_MAX.toMillis();
    if (kinds.get(kind).contains(CareNeed.MAJOR_TRAUMA_CENTRE) && beyondMillis > 0) {
      return reason(Code.TOO_FAR, 1 + (beyondMillis - 1) / SECOND_MILLIS);
    }
    CapacityReport report = report(service);
    boolean isFull = report.capacity() == Capacity.RED && !service.meets(CareNeed.EMERGENCY);
    return isFull ? reason(Code.FULL, ageSeconds(report)) : Optional.empty();
  }

  private Optional<DestinationReason> findUnaccepted(Acceptance acceptance) {
    Optional<Integer> age = question.patient().ageYears();
    if (age.isEmpty()
        && (acceptance.ageYearsMin().isPresent() || acceptance.ageYearsMax().isPresent())) {
      return reason(Code.AGE_UNKNOWN, 0);
    }
    if (age.isPresent() && age.get() < acceptance.ageYearsMin().orElse(0)) {
      return reason(Code.TOO_YOUNG, acceptance.ageYearsMin().orElse(0));
    }
    if (age.isPresent() && age.get() > acceptance.ageYearsMax().orElse(Integer.MAX_VALUE)) {
      return reason(Code.TOO_OLD, acceptance.ageYearsMax().orElse(0));
    }
    if (acceptance.news2Max().isEmpty()) {
      return Optional.empty();
    }
    int most = acceptance.news2Max().get();
    if (question.patient().news2().isEmpty()) {
      return reason(Code.SCORE_MISSING, most);
    }
    return question.patient().news2().get() > most
        ? reason(Code.SCORE_TOO_HIGH, most)
        : Optional.empty();
  }

  /** The first kind that a service is of; the number of kinds where it is of none. */
  private int kind(Service service) {
    int kind = 0;
    while (kind < kinds.size() && !kinds.get(kind).stream().allMatch(service::meets)) {
      kind++;
    }
    return kind;
  }

  private Found found(Service service) {
    ServiceDrive drive = drives.get(service.id());
    boolean estimated = service.place().isPresent() && drive != null && drive.estimated();
    return new Found(service, kind(service), driveMillis(service), estimated, report(service));
  }

  private int driveMillis(Service service) {
    ServiceDrive drive = drives.get(service.id());
    return service.place().isEmpty() || drive == null ? 0 : drive.driveMillis();
  }

  private CapacityReport report(Service service) {
    CapacityReport report = capacities.get(service.id());
    return report == null
        ? new CapacityReport(service.id(), Capacity.UNKNOWN, question.now())
        : report;
  }

  private DestinationRanking.Option option(Found each, List<Found> all) {
    List<DestinationReason> reasons = new ArrayList<>();
    if (each.service().place().isEmpty()) {
      reasons.add(new DestinationReason(Code.COMES_TO_PATIENT, 0));
    } else {
      reasons.add(speed(each, all));
      bypassed(each).ifPresent(reasons::add);
    }
    if (isFallback || each.kind() > 0) {
      reasons.add(new DestinationReason(Code.FALLBACK, 0));
    }
    if (each.estimated()) {
      reasons.add(new DestinationReason(Code.DRIVE_ESTIMATED, 0));
    }
    capacity(each.report()).ifPresent(reasons::add);
    return new DestinationRanking.Option(
        each.service().id(),
        each.service().name(),
        each.service().place().map(place -> each.driveMillis()),
        reasons);
  }

  private static DestinationReason speed(Found each, List<Found> all) {
    int quickest =
        all.stream()
            .filter(other -> other.kind() == each.kind() && other.service().place().isPresent())
            .mapToInt(Found::driveMillis)
            .min()
            .orElse(each.driveMillis());
    int behind = each.driveMillis() - quickest;
    return behind == 0
        ? new DestinationReason(Code.QUICKEST, 0)
        : new DestinationReason(Code.SLOWER_THAN_QUICKEST, behind / SECOND_MILLIS);
  }

  /** How much longer the drive is than to the nearest emergency department of any kind. */
  private Optional<DestinationReason> bypassed(Found each) {
    if (!each.service().meets(CareNeed.EMERGENCY)) {
      return Optional.empty();
    }
    return directory.services().stream()
        .filter(service -> service.meets(CareNeed.EMERGENCY) && drives.containsKey(service.id()))
        .filter(service -> kind(service) == kinds.size())
        .map(service -> each.driveMillis() - driveMillis(service))
        .filter(longer -> longer > 0)
        .max(Comparator.naturalOrder())
        .map(longer -> new DestinationReason(Code.BYPASSES_NEARER, longer / SECOND_MILLIS));
  }

  private Optional<DestinationReason> capacity(CapacityReport report) {
    return switch (report.capacity()) {
      case GREEN -> Optional.empty();
      case AMBER -> reason(Code.CAPACITY_AMBER, ageSeconds(report));
      case RED -> reason(Code.CAPACITY_RED, ageSeconds(report));
      case UNKNOWN -> reason(Code.CAPACITY_UNKNOWN, 0);
    };
  }

  private long ageSeconds(CapacityReport report) {
    return Math.max(0, Duration.between(report.reportedAt(), question.now()).toSeconds());
  }

  private static Optional<DestinationReason> reason(Code code, long amount) {
    return Optional.of(new DestinationReason(code, amount));
  }
}
