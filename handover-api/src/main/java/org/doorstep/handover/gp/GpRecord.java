package org.doorstep.handover.gp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;

/**
 * A patient as the practice knows them.
 *
 * @param nhsNumber ten digits that fit their check digit
 * @param birthDate as in {@code 1941-03-14}
 * @param gender {@code female}, {@code male}, {@code other} or {@code unknown}
 * @param practice where the patient is registered
 * @param problems active ones, in words
 * @param noKnownAllergies whether the record says in so many words that there are none
 * @param encounters with the practice and others, the latest first
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
    List<Allergy> allergies,
    boolean noKnownAllergies,
    List<Visit> encounters,
    List<Plan> plans) {

  /**
   * What the patient does not bear.
   *
   * @param text the substance
   * @param recorded the day, as in {@code 2019-05-02}
   */
  public record Allergy(
      String text, Optional<String> reaction, Optional<Severity> severity, String recorded) {
    /** Substance and reaction in one line. */
    public String words() {
      return reaction.map(each -> text + ": " + each).orElse(text);
    }
  }

  /** How bad a reaction was. */
  public enum Severity {
    MILD,
    MODERATE,
    SEVERE
  }

  /**
   * A meeting with somebody who treats.
   *
   * @param date the day, as in {@code 2026-05-02}
   */
  public record Visit(String date, String kind, String text) {}

  /**
   * Something that was decided for later.
   *
   * @param made the day, as in {@code 2024-05-02}
   * @param review by when somebody has to look at it again
   * @param by who signed, or who may speak
   * @param original where the original lies
   * @param cpr what a ReSPECT plan recommends about resuscitation
   * @param lifeSustaining whether it says in so many words that it covers life-sustaining treatment
   */
  public record Plan(
      PlanKind kind,
      String text,
      String made,
      Optional<String> review,
      Optional<String> by,
      Optional<String> original,
      Optional<Cpr> cpr,
      Optional<Boolean> lifeSustaining) {}

  public GpRecord {
    problems = List.copyOf(problems);
    medicines = List.copyOf(medicines);
    allergies = List.copyOf(allergies);
    encounters = List.copyOf(encounters);
    plans = List.copyOf(plans);
    if (noKnownAllergies && !allergies.isEmpty()) {
      throw new IllegalArgumentException("Whoever has an allergy must not be said to have none.");
    }
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
