package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Referrer;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.protocol.News2;

/**
 * Which services can take this patient on?
 *
 * @param destination what the clinical table calls for
 * @param drives from the patient, at most one for each service, in any order
 * @param capacities the newest word of each service, at most one, in any order
 * @param now when the question is asked
 * @param around what else holds; a word on room in it comes before a capacity
 */
public record DestinationQuestion(
    DestinationClass destination,
    Patient patient,
    List<ServiceDrive> drives,
    List<CapacityReport> capacities,
    Instant now,
    Circumstances around) {
  /** A question where nothing else is known. */
  public DestinationQuestion(
      DestinationClass destination,
      Patient patient,
      List<ServiceDrive> drives,
      List<CapacityReport> capacities,
      Instant now) {
    this(destination, patient, drives, capacities, now, Circumstances.NONE);
  }

  public DestinationQuestion {
    drives = List.copyOf(drives);
    capacities = List.copyOf(capacities);
    checkOnce("drives", drives.stream().map(ServiceDrive::service).toList());
    checkOnce("capacities", capacities.stream().map(CapacityReport::service).toList());
  }

  /**
   * What a choice of destination has to know of a patient.
   *
   * @param ageYears empty when unknown
   * @param pregnant empty when not asked
   * @param news2 the early warning score, empty when it is missing or not validated
   * @param section136 whether the patient is held under section 136
   * @param ambulatory whether the patient walks; empty when not asked
   */
  public record Patient(
      Optional<Integer> ageYears,
      Optional<Boolean> pregnant,
      Optional<Integer> news2,
      boolean section136,
      Optional<Boolean> ambulatory) {
    /** A patient of whom it was not asked whether they walk. */
    public Patient(
        Optional<Integer> ageYears,
        Optional<Boolean> pregnant,
        Optional<Integer> news2,
        boolean section136) {
      this(ageYears, pregnant, news2, section136, Optional.empty());
    }

    Referred referred() {
      return new Referred(
          ageYears,
          news2,
          Optional.empty(),
          ambulatory,
          Referred.Home.UNKNOWN,
          new Referred.Asked(
              Optional.of(Referrer.EMERGENCY_SERVICE),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }

    /** What an assessment says of a patient; the score is that which counts in the protocol. */
    public static Patient of(Assessment assessment, boolean section136) {
      return new Patient(
          assessment.patient().ageYears(),
          assessment.patient().pregnant(),
          News2.counting(assessment),
          section136,
          assessment.findings().answer(Finding.AMBULATORY));
    }
  }

  static void checkOnce(String what, List<ServiceId> services) {
    Set<ServiceId> seen = new TreeSet<>();
    for (ServiceId service : services) {
      if (!seen.add(service)) {
        throw new IllegalArgumentException(
            "The service (%s) must be among the %s once.".formatted(service.value(), what));
      }
    }
  }
}
