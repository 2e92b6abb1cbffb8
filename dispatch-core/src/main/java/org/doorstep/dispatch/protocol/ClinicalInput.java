package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What the table of the minimum level of care may ask, and which way each answer is worse.
 *
 * <p>The direction is held here and not in the table, so that nobody can edit it away together with
 * the rows that it guards.
 */
public enum ClinicalInput {
  LIFE_THREAT("lifeThreat", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  HEART_ATTACK("heartAttack", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  STROKE("stroke", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  /** A positive FAST, whatever the onset and the glucose. */
  FAST_POSITIVE("fastPositive", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  MAJOR_TRAUMA("majorTrauma", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  SPECIALIST_EMERGENCY(
      "specialistEmergency", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  RISK_BAND(
      "riskBand",
      TableColumn.Kind.STRING,
      List.of("NONE", "LOW", "LOW_MEDIUM", "MEDIUM", "HIGH"),
      true),
  /** The total, higher is worse. */
  NEWS2("news2", TableColumn.Kind.NUMBER, List.of(), true),
  RED_FLAG("redFlag", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  REQUIRED_MISSING("requiredMissing", TableColumn.Kind.BOOLEAN, List.of("false", "true"), true),
  LONG_LIE("longLie", TableColumn.Kind.BOOLEAN, List.of("false", "true"), false),
  TWO_SETS("twoSets", TableColumn.Kind.BOOLEAN, List.of("true", "false"), false),
  SAME_DAY_CRITERIA("sameDayCriteria"),
  MENTAL_HEALTH_CRISIS("mentalHealthCrisis"),
  URGENT_COMMUNITY_CONDITION("urgentCommunityCondition"),
  EXPECTED_DETERIORATION("expectedDeterioration"),
  UNINJURED_FALL("uninjuredFall"),
  MINOR_INJURY_OR_ILLNESS("minorInjuryOrIllness"),
  AMBULATORY("ambulatory"),
  SAFE_AT_HOME("safeAtHome"),
  FOLLOW_UP_NAMED("followUpNamed");

  private final String column;
  private final TableColumn.Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // Only lists that cannot change are given.
  private final List<String> mildestFirst;

  private final boolean gate;

  ClinicalInput(String column) {
    this(column, TableColumn.Kind.BOOLEAN, List.of(), false);
  }

  ClinicalInput(String column, TableColumn.Kind kind, List<String> mildestFirst, boolean gate) {
    this.column = column;
    this.kind = kind;
    this.mildestFirst = mildestFirst;
    this.gate = gate;
  }

  /** Its name in the table. */
  public String column() {
    return column;
  }

  /** What its values are. */
  public TableColumn.Kind kind() {
    return kind;
  }

  /** Its values from the mildest to the worst; empty for numbers and where no order is claimed. */
  public List<String> mildestFirst() {
    return mildestFirst;
  }

  /** Whether a worse value must never lower the urgency. */
  public boolean isOrdered() {
    return kind == TableColumn.Kind.NUMBER || !mildestFirst.isEmpty();
  }

  /** Whether nothing below the hub may come out of the table while this is missing. */
  public boolean isGate() {
    return gate;
  }

  /** The input of a column. */
  public static Optional<ClinicalInput> of(String column) {
    for (ClinicalInput each : values()) {
      if (each.column.equals(column)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
