package org.doorstep.handover.gp;

/**
 * What kind of advance care plan it is, in the order of legal precedence in England and Wales; what
 * the patient decides now, with capacity, comes before all of them. Each says what it means and
 * what has to be asked of it before anybody relies on it.
 *
 * <p>The sentences are an engineering default that needs clinical and legal approval. Sources:
 * Mental Capacity Act 2005, sections 4, 9, 16, 20 and 24 to 26.
 */
public enum PlanKind {
  /** A refusal of treatment, made in advance (ADRT). */
  ADVANCE_DECISION(
      "Binding in law if it is valid and applicable and the patient is 18 or over; in doubt treat"
          + " and call a senior.",
      "Valid: made with capacity and not withdrawn; to refuse life-sustaining treatment in writing,"
          + " signed, witnessed, and saying it holds even if life is at risk?",
      "Applicable: does it name this treatment, and are these its circumstances?"),
  /** Who may decide for the patient, appointed by the patient and registered. */
  LASTING_POWER_OF_ATTORNEY(
      "The attorney decides where the patient cannot, if it is registered for health and welfare;"
          + " over life-sustaining treatment only where it says so.",
      "Valid: for health and welfare, registered, and the attorney is who they say?",
      "Applicable: does the patient lack capacity for this decision, and does it cover it?"),
  /** Who may decide for the patient, appointed by the Court of Protection. */
  DEPUTY(
      "The deputy decides within the court's order, and can never refuse life-sustaining treatment.",
      "Valid: is the order there, for personal welfare, and still running?",
      "Applicable: does the patient lack capacity for this decision, and does the order cover it?"),
  /** Recommended summary plan for emergency care and treatment. */
  RESPECT(
      "Recommendations, not binding: they guide what is in the patient's best interests now.",
      "Valid: signed, not replaced by a later plan, and within its review date?",
      "Applicable: was it made for what has happened today?"),
  /** A decision not to attempt cardiopulmonary resuscitation. */
  DNACPR(
      "Concerns cardiopulmonary resuscitation only and never means do not treat; a recommendation,"
          + " not binding.",
      "Valid: signed, not withdrawn, and within its review date?",
      "Applicable: is the heart or breathing stopped, with no cause that can be reversed?"),
  /** Where the patient wishes to be cared for. */
  PREFERRED_PLACE_OF_CARE(
      "A wish, not binding: going elsewhere asks for a reason, going there does not.",
      "Valid: is it still what the patient wishes?",
      "Applicable: can what is needed today be given there?"),
  /** Something planned that is none of these. */
  OTHER_PLAN(
      "Its legal weight is not known here: read it, and in doubt treat and call a senior.",
      "Valid: who made it, when, and is it still in force?",
      "Applicable: does it speak of what has happened today?");

  private final String meaning;
  private final String asksValid;
  private final String asksApplicable;

  PlanKind(String meaning, String asksValid, String asksApplicable) {
    this.meaning = meaning;
    this.asksValid = asksValid;
    this.asksApplicable = asksApplicable;
  }

  /** What it means in law, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** What makes it valid, as a question. */
  public String asksValid() {
    return asksValid;
  }

  /** What makes it applicable now, as a question. */
  public String asksApplicable() {
    return asksApplicable;
  }
}
