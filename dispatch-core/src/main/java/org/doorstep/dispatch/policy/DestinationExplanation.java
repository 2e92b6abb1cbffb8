package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.DestinationRanking.Passed;
import org.doorstep.dispatch.policy.DestinationReason.Code;
import org.doorstep.dispatch.policy.LevelledOrder.Levelled;

/** Says of each service that was found why it stands where it stands, and what is driven past. */
final class DestinationExplanation {
  private static final int SECOND_MILLIS = 1_000;
  private static final int PASSED_MAX = 3;

  private final ServiceDirectory directory;
  private final DestinationQuestion question;
  private final List<List<CareNeed>> kinds;
  private final boolean isFallback;
  private final Map<ServiceId, ServiceDrive> drives;
  private final List<FoundService> all;
  private final Optional<Levelled> levelled;

  DestinationExplanation(
      DestinationChoice choice, List<FoundService> all, Optional<Levelled> levelled) {
    this.directory = choice.directory();
    this.question = choice.question();
    this.kinds = choice.kinds();
    this.isFallback = choice.isFallback();
    this.drives = choice.drives();
    this.all = all;
    this.levelled = levelled;
  }

  DestinationRanking.Option option(FoundService each) {
    List<DestinationReason> reasons = new ArrayList<>();
    boolean away = each.isAway();
    if (away) {
      reasons.add(speed(each));
      bypassed(each).ifPresent(reasons::add);
    } else {
      reasons.add(new DestinationReason(Code.COMES_TO_PATIENT, 0));
    }
    if (isFallback || each.kind() > 0) {
      reasons.add(new DestinationReason(Code.FALLBACK, 0));
    }
    if (each.estimated()) {
      reasons.add(new DestinationReason(Code.DRIVE_ESTIMATED, 0));
    }
    addLevelled(reasons, each);
    addRoom(reasons, each.status());
    ServiceCautions.add(reasons, directory, each.service(), arrival(each));
    reasons.addAll(ServiceFit.listOpen(each.service(), question.patient().referred()));
    return new DestinationRanking.Option(
        each.service().id(),
        each.service().name(),
        away ? Optional.of(each.driveMillis()) : Optional.empty(),
        reasons,
        away ? Optional.of(question.around().mode()) : Optional.empty(),
        each.handover(),
        each.clearMillis(),
        away && each.isEmergency() ? passes(each) : List.of());
  }

  private Instant arrival(FoundService each) {
    return question.now().plusMillis(each.driveMillis());
  }

  private DestinationReason speed(FoundService each) {
    int quickest =
        all.stream()
            .filter(other -> other.kind() == each.kind() && other.isAway())
            .mapToInt(FoundService::driveMillis)
            .min()
            .orElse(each.driveMillis());
    int behind = each.driveMillis() - quickest;
    return behind == 0
        ? new DestinationReason(Code.QUICKEST, 0)
        : new DestinationReason(Code.SLOWER_THAN_QUICKEST, behind / SECOND_MILLIS);
  }

  /** How much longer the drive is than to the nearest emergency department of any kind. */
  private Optional<DestinationReason> bypassed(FoundService each) {
    if (!each.isEmergency()) {
      return Optional.empty();
    }
    return emergencies()
        .filter(service -> kinds.stream().noneMatch(kind -> meets(service, kind)))
        .map(service -> each.driveMillis() - driveMillis(service))
        .filter(longer -> longer > 0)
        .max(Comparator.naturalOrder())
        .map(longer -> new DestinationReason(Code.BYPASSES_NEARER, longer / SECOND_MILLIS));
  }

  private List<Passed> passes(FoundService each) {
    return emergencies()
        .filter(service -> driveMillis(service) < each.driveMillis())
        .sorted(
            Comparator.comparingInt((Service service) -> driveMillis(service))
                .thenComparing(Service::id))
        .flatMap(service -> passed(service, each).stream())
        .limit(PASSED_MAX)
        .toList();
  }

  private Optional<Passed> passed(Service nearer, FoundService each) {
    Optional<CareNeed> lacks =
        kinds.get(each.kind()).stream().filter(need -> !nearer.meets(need)).findFirst();
    Room room =
        all.stream()
            .filter(other -> other.service().id().equals(nearer.id()))
            .map(other -> other.status().room())
            .findFirst()
            .orElse(Room.UNKNOWN);
    boolean isInstead =
        levelled
            .filter(it -> it.first().service().id().equals(each.service().id()))
            .filter(it -> it.instead().service().id().equals(nearer.id()))
            .isPresent();
    return lacks.isPresent() || room.isShut() || isInstead
        ? Optional.of(new Passed(nearer.id(), nearer.name(), driveMillis(nearer), lacks, room))
        : Optional.empty();
  }

  private Stream<Service> emergencies() {
    return directory.services().stream()
        .filter(service -> service.meets(CareNeed.EMERGENCY) && drives.containsKey(service.id()));
  }

  private int driveMillis(Service service) {
    ServiceDrive drive = drives.get(service.id());
    return drive == null ? 0 : drive.driveMillis();
  }

  private static boolean meets(Service service, List<CareNeed> kind) {
    return kind.stream().allMatch(service::meets);
  }

  private void addLevelled(List<DestinationReason> reasons, FoundService each) {
    levelled.ifPresent(
        it -> {
          long seconds = it.gainMillis() / SECOND_MILLIS;
          if (it.first().equals(each)) {
            reasons.add(new DestinationReason(Code.LEVELLED, seconds));
          } else if (it.instead().equals(each)) {
            reasons.add(new DestinationReason(Code.LEVELLED_BEHIND, seconds));
          }
        });
  }

  private void addRoom(List<DestinationReason> reasons, ServiceStatus status) {
    switch (status.room()) {
      case OPEN -> {}
      case LIMITED -> reasons.add(new DestinationReason(Code.CAPACITY_AMBER, status.age()));
      case FULL -> reasons.add(new DestinationReason(Code.CAPACITY_RED, status.age()));
      case PAUSED, ADVICE_ONLY, NO_MORE_TODAY ->
          reasons.add(new DestinationReason(Code.CAPACITY_PAUSED, status.age()));
      case UNKNOWN -> reasons.add(new DestinationReason(Code.CAPACITY_UNKNOWN, 0));
    }
    status
        .placesLeft()
        .ifPresent(places -> reasons.add(new DestinationReason(Code.PLACES_LEFT, places)));
    boolean isShut = all.stream().allMatch(other -> other.status().room().isShut());
    if (isShut) {
      reasons.add(new DestinationReason(Code.ALL_SHUT, 0));
    }
  }
}
