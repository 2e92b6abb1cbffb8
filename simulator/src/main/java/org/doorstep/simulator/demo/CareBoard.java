package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.simulator.demo.CareView.Ref;
import org.doorstep.simulator.demo.Door.Ask;

/**
 * The patients of the area as the hub's worklist shows them, read anew each second; and where they
 * could go, for those for whom somebody wants to know. Used from the driver's thread only.
 */
final class CareBoard implements Patients {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Lane hub;
  private final String area;
  private final Map<Ref, CareView> patients = new TreeMap<>();
  private final Map<String, List<Option>> options = new TreeMap<>();
  private final TreeSet<String> asked = new TreeSet<>();
  private long sequence = -1;
  private boolean reading;
  private Instant nextAt = Instant.MIN;

  CareBoard(Lane hub, String area) {
    this.hub = hub;
    this.area = area;
  }

  /** Reads the patients anew where it is time; to be called often. */
  void keepUp(Instant now) {
    if (reading || now.isBefore(nextAt)) {
      return;
    }
    reading = true;
    nextAt = now.plus(EVERY);
    hub.give(
        Ask.read(area + "/patients"),
        outcome -> {
          reading = false;
          if (outcome.isAccepted()) {
            outcome.tree().ifPresent(this::take);
          }
        });
  }

  @Override
  public long sequence() {
    return sequence;
  }

  Collection<CareView> list() {
    return List.copyOf(patients.values());
  }

  @Override
  public Optional<CareView> find(Ref patient) {
    return Optional.ofNullable(patients.get(patient));
  }

  @Override
  public Optional<List<Option>> findOptions(Ref patient, String kind) {
    String path =
        area
            + "/patients/%d/%d/destinations?class=%s"
                .formatted(patient.incident(), patient.number(), kind);
    if (asked.add(path)) {
      hub.give(
          Ask.read(path),
          outcome -> {
            if (outcome.isAccepted()) {
              outcome.tree().ifPresent(found -> options.put(path, options(found)));
            } else {
              asked.remove(path);
            }
          });
    }
    return Optional.ofNullable(options.get(path));
  }

  private void take(Tree shown) {
    patients.clear();
    for (Tree each : shown.trees("patients")) {
      CareView view = CareView.of(each);
      patients.put(view.patient(), view);
    }
    sequence = shown.integer("sequence");
  }

  private static List<Option> options(Tree found) {
    return found.trees("options").stream()
        .map(each -> new Option(each.text("service"), each.findLong("driveMillis").isPresent()))
        .toList();
  }
}
