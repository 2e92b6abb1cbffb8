package org.doorstep.handover.gp;

import java.time.LocalDate;
import java.util.List;
import org.doorstep.dispatch.model.ServiceId;

/**
 * A patient as the practice knows them.
 *
 * @param nhsNumber ten digits that fit their check digit
 * @param birthDate as in {@code 1941-03-14}
 * @param gender {@code female}, {@code male}, {@code other} or {@code unknown}
 * @param practice where the patient is registered
 * @param problems active ones, in words
 * @param plans advance care plans and who may speak for the patient
 */
public record GpRecord(
    String nhsNumber,
    String family,
    String given,
    String birthDate,
    String gender,
    String address,
    ServiceId practice,
    List<String> problems,
    List<String> medicines,
    List<String> allergies,
    List<Plan> plans) {

  /** Something that was decided for later. */
  public record Plan(Kind kind, String text) {
    /** What was decided. */
    public enum Kind {
      /** Recommended summary plan for emergency care and treatment. */
      RESPECT,
      /** A decision not to attempt cardiopulmonary resuscitation; it speaks of nothing else. */
      DNACPR,
      /** A refusal of treatment, made in advance. */
      ADVANCE_DECISION,
      LASTING_POWER_OF_ATTORNEY
    }
  }

  public GpRecord {
    problems = List.copyOf(problems);
    medicines = List.copyOf(medicines);
    allergies = List.copyOf(allergies);
    plans = List.copyOf(plans);
    born(birthDate);
  }

  /** When the patient was born. */
  public LocalDate born() {
    return born(birthDate);
  }

  private static LocalDate born(String date) {
    return LocalDate.parse(date);
  }

  @Override
  public String toString() {
    return "GpRecord[masked]";
  }
}
