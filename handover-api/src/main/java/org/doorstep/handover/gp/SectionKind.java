package org.doorstep.handover.gp;

/** A part of a summary. */
public enum SectionKind {
  PLANS,
  ALLERGIES,
  MEDICINES,
  PROBLEMS,
  ENCOUNTERS
}
