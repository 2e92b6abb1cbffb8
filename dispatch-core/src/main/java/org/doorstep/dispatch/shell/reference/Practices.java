package org.doorstep.dispatch.shell.reference;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.ServiceId;

/**
 * The practices of an area.
 *
 * @param note where the list comes from and what in it must not be trusted
 */
public record Practices(String note, List<Practice> practices) {
  /** None: letters of such an area go by hand. */
  public static final Practices NONE = new Practices("No practices are known.", List.of());

  private static final String WEST_KENT = "/west-kent/practices.json";

  public Practices {
    practices = List.copyOf(practices);
    TreeSet<String> seen = new TreeSet<>();
    for (Practice practice : practices) {
      if (!seen.add(practice.id().value()) || !seen.add("ODS " + practice.odsCode())) {
        throw new IllegalArgumentException(
            "The practice (%s) and its code (%s) must be there once."
                .formatted(practice.id().value(), practice.odsCode()));
      }
    }
  }

  /** West Kent as it ships: real towns, invented practices. */
  public static Practices westKent() {
    return Resource.read(Practices.class, WEST_KENT);
  }

  /** The practice of that name, if there is one. */
  public Optional<Practice> find(ServiceId id) {
    return practices.stream().filter(practice -> practice.id().equals(id)).findFirst();
  }

  /** The practice of that code, if there is one. */
  public Optional<Practice> findByCode(String odsCode) {
    return practices.stream().filter(practice -> practice.odsCode().equals(odsCode)).findFirst();
  }
}
