package org.doorstep.dispatch.policy;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Where a patient could go, best first, and why the others could not take this patient.
 *
 * @param policy the policy's name and version
 * @param rejected in the order of the directory; services of quite another kind are among them
 */
public record DestinationRanking(String policy, List<Option> options, List<Rejected> rejected) {
  public DestinationRanking {
    options = List.copyOf(options);
    rejected = List.copyOf(rejected);
  }

  /**
   * A service that can take the patient.
   *
   * @param driveMillis empty for one that comes to the patient
   */
  public record Option(
      ServiceId service,
      String name,
      Optional<Integer> driveMillis,
      List<DestinationReason> reasons) {
    public Option {
      reasons = List.copyOf(reasons);
    }
  }

  /** A service that cannot, with the first thing that stood in the way. */
  public record Rejected(ServiceId service, DestinationReason reason) {}
}
