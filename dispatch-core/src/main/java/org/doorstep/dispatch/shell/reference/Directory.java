package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;

/** Who can take a patient on: services that treat, and practices that own the care. */
public record Directory(ServiceDirectory services, Practices practices) {
  private static final String WEST_KENT = "/west-kent/services.json";
  private static final ServiceDirectory NO_SERVICES =
      new ServiceDirectory(
          "No services are known.", "Europe/London", "1970-01-01", List.of(), List.of());

  public Directory {
    for (Practice practice : practices.practices()) {
      if (services.find(practice.id()).isPresent()) {
        throw new IllegalArgumentException(
            "The practice (%s) must not have the name of a service."
                .formatted(practice.id().value()));
      }
    }
  }

  /** West Kent: real names and places; numbers, codes and practices are invented and say so. */
  public static Directory westKent() {
    return new Directory(Resource.read(ServiceDirectory.class, WEST_KENT), Practices.westKent());
  }

  /**
   * Reads a site's own lists from JSON files of the same shape; a list that is not given is empty.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static Directory read(Optional<Path> services, Optional<Path> practices) {
    return new Directory(
        services
            .map(file -> Resource.read(ServiceDirectory.class, file, "services file"))
            .orElse(NO_SERVICES),
        practices
            .map(file -> Resource.read(Practices.class, file, "practices file"))
            .orElse(Practices.NONE));
  }

  /** Whoever of that name can be sent a handover. */
  public Optional<LetterReceiver> findReceiver(ServiceId id) {
    return practices
        .find(id)
        .map(Directory::receiver)
        .or(() -> services.find(id).filter(Directory::standsIn).map(Directory::receiver));
  }

  /** Whoever of that code can be sent a handover. */
  public Optional<LetterReceiver> findReceiverByCode(String odsCode) {
    return practices
        .findByCode(odsCode)
        .map(Directory::receiver)
        .or(
            () ->
                services.services().stream()
                    .filter(Directory::standsIn)
                    .filter(service -> service.contact().odsCode().equals(odsCode))
                    .findFirst()
                    .map(Directory::receiver));
  }

  /** The services that act in the place of a practice that is closed. */
  public List<LetterReceiver> listStandIns() {
    return services.services().stream()
        .filter(Directory::standsIn)
        .map(Directory::receiver)
        .toList();
  }

  private static boolean standsIn(Service service) {
    return service.meets(CareNeed.OUT_OF_HOURS_GP);
  }

  private static LetterReceiver receiver(Practice practice) {
    return new LetterReceiver(
        practice.id(), practice.name(), practice.odsCode(), practice.invented());
  }

  private static LetterReceiver receiver(Service service) {
    return new LetterReceiver(
        service.id(), service.name(), service.contact().odsCode(), service.contact().invented());
  }

  /** The name that people use for a service or practice. */
  public Optional<String> findName(ServiceId id) {
    return services
        .find(id)
        .map(service -> service.name())
        .or(() -> practices.find(id).map(Practice::name));
  }
}
