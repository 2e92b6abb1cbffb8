package org.doorstep.dispatch.policy;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.TravelMode;

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
   * @param mode how the drive is driven; empty with the drive
   * @param handover how long handing over will take there; empty where nobody knows
   * @param clearMillis drive, handover and wrap-up together; empty where one of them is unknown
   * @param passes nearer emergency departments that are driven past, the nearest first, a few
   */
  public record Option(
      ServiceId service,
      String name,
      Optional<Integer> driveMillis,
      List<DestinationReason> reasons,
      Optional<TravelMode> mode,
      Optional<ExpectedHandover> handover,
      Optional<Long> clearMillis,
      List<Passed> passes) {
    public Option {
      reasons = List.copyOf(reasons);
      passes = List.copyOf(passes);
    }
  }

  /**
   * An emergency department on the way that is driven past.
   *
   * @param lacks what the patient needs and it does not have; empty where its word is the reason
   * @param room what it says of its room
   */
  public record Passed(
      ServiceId service, String name, int driveMillis, Optional<CareNeed> lacks, Room room) {}

  /** A service that cannot, with the first thing that stood in the way. */
  public record Rejected(ServiceId service, DestinationReason reason) {
    /** The national code of the reason; empty where none says it. */
    public Optional<String> nationalCode() {
      return RejectedReasonCode.find(reason.code());
    }
  }
}
