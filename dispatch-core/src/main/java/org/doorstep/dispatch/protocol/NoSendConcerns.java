package org.doorstep.dispatch.protocol;

import java.util.EnumSet;
import java.util.List;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Flag;

/**
 * What an assessment has found that must not end without a named clinician.
 *
 * <p>The list is an engineering default and needs clinical approval.
 */
public final class NoSendConcerns {
  private static final int UNDER_YEARS = 2;
  private static final List<Finding> FALLS_AND_HEADS =
      List.of(
          Finding.HEAD_INJURY_ON_BLOOD_THINNERS,
          Finding.HEAD_INJURY_WITH_LOSS_OR_AMNESIA,
          Finding.FALL_WITHOUT_SERIOUS_INJURY,
          Finding.UNINJURED_FALL,
          Finding.LONG_LIE);

  private NoSendConcerns() {}

  /** The concerns, sorted, by what was ticked or tested; what was not asked is none. */
  public static List<Flag> of(Assessment assessment) {
    EffectiveFindings findings = new EffectiveFindings(assessment);
    EnumSet<Flag> concerns = EnumSet.noneOf(Flag.class);
    if (findings.has(Finding.HEAD_INJURY_ON_BLOOD_THINNERS)) {
      concerns.add(Flag.HEAD_INJURY_ON_BLOOD_THINNERS);
    }
    if (findings.has(Finding.LIVES_ALONE)
        && !findings.has(Finding.CARER_PRESENT)
        && FALLS_AND_HEADS.stream().anyMatch(findings::has)) {
      concerns.add(Flag.ALONE_AFTER_FALL);
    }
    if (findings.has(Finding.REFUSES)) {
      concerns.add(Flag.REFUSES_CARE);
    }
    if (assessment.patient().ageYears().filter(years -> years < UNDER_YEARS).isPresent()) {
      concerns.add(Flag.UNDER_TWO);
    }
    return List.copyOf(concerns);
  }
}
