package org.doorstep.handover.gp;

/** Something that an answer says about the patient. */
public sealed interface AnswerItem {
  /** An advance care plan. */
  record Plan(KnownPlan plan) implements AnswerItem {}

  /** A line of a section. */
  record Line(SectionKind section, SummaryEntry entry) implements AnswerItem {}

  /**
   * The record says in a code that there is none.
   *
   * @param ofAll false where it speaks of some only, as of drugs
   */
  record None(SectionKind section, String words, boolean ofAll) implements AnswerItem {}
}
