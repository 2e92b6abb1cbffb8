package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.shell.record.Caller;
import org.doorstep.dispatch.shell.record.PatientDetails;

/**
 * What the message says of the case itself. Holds patient data: never logged.
 *
 * @param category as the sender triaged it; empty: not said
 * @param flags of people and scene; those of the place are the place's
 * @param sceneSaid whether anything was said of the scene's safety
 */
public record BarsContent(
    Optional<Category> category,
    BarsPlace place,
    List<Flag> flags,
    boolean sceneSaid,
    BarsWords words,
    People people) {
  public BarsContent {
    flags = List.copyOf(flags);
  }

  /**
   * Who is in it.
   *
   * @param caller whom to call back
   * @param finders by what the patients are found again: {@code nhs|DIGITS}, and {@code
   *     born|YYYY-MM-DD|POSTCODE} without blanks, in capitals
   */
  public record People(
      Optional<Caller> caller, List<PatientDetails> patients, List<String> finders) {
    public People {
      patients = List.copyOf(patients);
      finders = List.copyOf(finders);
    }
  }

  /** Whether a desk could begin anything with it. */
  public boolean isEnoughToBegin() {
    return category.isPresent()
        || place.position().isPresent()
        || place.label().isPresent()
        || people.caller().flatMap(Caller::telephone).isPresent()
        || people.patients().stream().anyMatch(patient -> !patient.unidentified())
        || !words.isEmpty();
  }

  @Override
  public String toString() {
    return "BarsContent[masked]";
  }
}
