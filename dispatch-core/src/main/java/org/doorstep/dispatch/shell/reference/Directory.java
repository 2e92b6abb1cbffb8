package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** The name that people use for a service or practice. */
  public Optional<String> findName(ServiceId id) {
    return services
        .find(id)
        .map(service -> service.name())
        .or(() -> practices.find(id).map(Practice::name));
  }
}
