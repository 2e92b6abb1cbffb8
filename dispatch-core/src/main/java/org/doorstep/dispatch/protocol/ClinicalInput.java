package org.doorstep.dispatch.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * What the table of the minimum level of care may ask, and which way each answer is worse.
 *
 * <p>The direction is held here and not in the table, so that nobody can edit it away together with
 * the rows that it guards.
 */
public enum ClinicalInput {
  LIFE_THREAT(InputDomain.worseIfTrue("lifeThreat")),
  HEART_ATTACK(InputDomain.worseIfTrue("heartAttack")),
  STROKE(InputDomain.worseIfTrue("stroke")),
  /** A positive FAST, whatever the onset and the glucose. */
  FAST_POSITIVE(InputDomain.worseIfTrue("fastPositive")),
  MAJOR_TRAUMA(InputDomain.worseIfTrue("majorTrauma")),
  SPECIALIST_EMERGENCY(InputDomain.worseIfTrue("specialistEmergency")),
  /** The total that counts; the least that it can be while parts of it are missing. */
  NEWS2(InputDomain.count("news2", 0, 20)),
  SINGLE_THREE(InputDomain.worseIfTrue("singleThree")),
  RED_FLAG(InputDomain.worseIfTrue("redFlag")),
  /** Whether the last two rounds are complete, and the score is validated for this patient. */
  VALID_SCORE(InputDomain.worseIfFalse("validScore")),
  /** Whether every clinical finding was looked for. */
  ALL_ASKED(InputDomain.worseIfFalse("allAsked")),
  LONG_LIE(InputDomain.worseIfTrue("longLie")),
  TWO_SETS(InputDomain.worseIfFalse("twoSets")),
  SAME_DAY_CRITERIA(InputDomain.either("sameDayCriteria")),
  MENTAL_HEALTH_CRISIS(InputDomain.either("mentalHealthCrisis")),
  URGENT_COMMUNITY_CONDITION(InputDomain.either("urgentCommunityCondition")),
  EXPECTED_DETERIORATION(InputDomain.either("expectedDeterioration")),
  UNINJURED_FALL(InputDomain.either("uninjuredFall")),
  MINOR_INJURY_OR_ILLNESS(InputDomain.either("minorInjuryOrIllness")),
  AMBULATORY(InputDomain.either("ambulatory")),
  SAFE_AT_HOME(InputDomain.either("safeAtHome")),
  FOLLOW_UP_NAMED(InputDomain.either("followUpNamed"));

  @SuppressWarnings("ImmutableEnumChecker") // A record whose list cannot change.
  private final InputDomain domain;

  ClinicalInput(InputDomain domain) {
    this.domain = domain;
  }

  /** Its name in the table. */
  public String column() {
    return domain.name();
  }

  /** What it can be. */
  public InputDomain domain() {
    return domain;
  }

  /** What all of them can be. */
  static List<InputDomain> domains() {
    return Arrays.stream(values()).map(ClinicalInput::domain).toList();
  }
}
