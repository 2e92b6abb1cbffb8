package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableKind;

/**
 * The rules of each table written down a second time, in plain conditions and apart from the table,
 * so that a slip in one shows against the other. It answers with the rows that count, each followed
 * by what it says.
 */
final class WrittenRules {
  private final Map<String, Optional<String>> facts = new TreeMap<>();

  private WrittenRules(List<Fact> facts) {
    facts.forEach(fact -> this.facts.put(fact.name(), fact.value()));
  }

  static List<String> answer(TableKind kind, List<Fact> facts) {
    WrittenRules rules = new WrittenRules(facts);
    return switch (kind) {
      case MINIMUM_LEVEL -> List.of(rules.level());
      case DESTINATION_CLASS -> List.of(rules.destination());
      case PRE_ALERT -> List.of(rules.preAlert());
      case FOLLOW_UP -> List.of(rules.followUp());
      case RESPONSE_PLAN -> List.of(rules.response());
      case WISHES -> rules.wishes();
    };
  }

  private String level() {
    if (yes("lifeThreat")) return "R10 ED_PREALERT false";
    if (yes("heartAttack")) return "R11 ED_PREALERT false";
    if (yes("stroke")) return "R12 ED_PREALERT false";
    if (yes("majorTrauma")) return "R13 ED_PREALERT false";
    if (yes("specialistEmergency")) return "R14 ED_PREALERT false";
    if (yes("fastPositive")) return "R15 ED_PREALERT false";
    if (score() >= 7) return "R20 ED_PREALERT false";
    if (score() >= 5) return "R21 ED true";
    if (yes("singleThree")) return "R21a ED true";
    if (yes("redFlag")) return "R22 HUB true";
    if (!yes("validScore")) return "R09 HUB true";
    if (!yes("allAsked")) return "R09a HUB true";
    String row = "b";
    for (String input : ASKED) {
      if (open(input)) return "R09" + row + " HUB true";
      row = Character.toString(row.charAt(0) + 1);
    }
    return belowTheHub();
  }

  private static final List<String> ASKED =
      List.of(
          "lifeThreat",
          "heartAttack",
          "stroke",
          "fastPositive",
          "majorTrauma",
          "specialistEmergency",
          "news2",
          "singleThree",
          "redFlag",
          "longLie",
          "twoSets",
          "sameDayCriteria",
          "mentalHealthCrisis",
          "urgentCommunityCondition",
          "expectedDeterioration",
          "uninjuredFall",
          "minorInjuryOrIllness",
          "ambulatory",
          "safeAtHome",
          "followUpNamed");

  private String belowTheHub() {
    boolean low = score() <= 2;
    if (yes("sameDayCriteria")) return "R33 SDEC false";
    if (low && yes("mentalHealthCrisis")) return "R34 MENTAL_HEALTH false";
    if (yes("urgentCommunityCondition") && yes("twoSets")) return "R30 UCR false";
    if (yes("expectedDeterioration")) return "R35 PALLIATIVE false";
    if (yes("uninjuredFall") && no("longLie")) return "R31 FALLS false";
    if (low && yes("minorInjuryOrIllness") && yes("ambulatory")) return "R32 UTC false";
    boolean cared = yes("safeAtHome") && yes("followUpNamed");
    if (low && no("longLie") && yes("twoSets") && cared) return "R40 TREAT_AT_SCENE false";
    return "R99 HUB true";
  }

  private String destination() {
    if (yes("lifeThreat")) return "D10 NEAREST_SUITABLE_EMERGENCY_DEPARTMENT";
    if (yes("heartAttack")) return "D11 HEART_ATTACK_CENTRE";
    if (yes("stroke")) return "D12 STROKE_UNIT";
    if (yes("majorTrauma")) return "D13 TRAUMA_CENTRE";
    if (yes("specialistEmergency")) return "D14 OBSTETRIC_OR_PAEDIATRIC_SITE";
    return switch (said("level")) {
      case "ED_PREALERT", "ED" -> "D20 EMERGENCY_DEPARTMENT";
      case "SDEC" -> "D33 SAME_DAY_EMERGENCY_CARE";
      case "MENTAL_HEALTH" -> "D34 MENTAL_HEALTH_CRISIS_SERVICE";
      case "UCR" -> "D30 URGENT_COMMUNITY_RESPONSE";
      case "PALLIATIVE" -> "D35 PALLIATIVE_TEAM";
      case "FALLS" -> "D31 FALLS_SERVICE";
      case "UTC" -> "D32 URGENT_TREATMENT_CENTRE";
      case "TREAT_AT_SCENE" -> "D40 HOME";
      default -> "D99 CLINICAL_HUB";
    };
  }

  private String preAlert() {
    return switch (said("destination")) {
      case "NEAREST_SUITABLE_EMERGENCY_DEPARTMENT" -> "A10 true RESUSCITATION";
      case "HEART_ATTACK_CENTRE" -> "A11 true CARDIAC";
      case "STROKE_UNIT" -> "A12 true STROKE";
      case "TRAUMA_CENTRE" -> "A13 true TRAUMA";
      case "OBSTETRIC_OR_PAEDIATRIC_SITE" -> "A14 true OBSTETRIC_OR_PAEDIATRIC";
      default ->
          switch (said("level")) {
            case "ED_PREALERT" -> "A20 true EMERGENCY";
            case "ED" -> no("suspectedSepsis") ? "A99 false NONE" : "A21 true EMERGENCY";
            case "" -> "A98 true EMERGENCY";
            default -> "A99 false NONE";
          };
    };
  }

  private String followUp() {
    String where = said("disposition");
    if (where.isEmpty()) return "F09 ACTION_REQUESTED 24 true";
    if (where.equals("ACUTE")) return "F10 FOR_INFORMATION 24 false";
    if (yes("refuses")) return "F11 ACTION_REQUESTED 24 true";
    if (yes("redFlag")) return "F12 ACTION_REQUESTED 24 true";
    if (open("refuses")) return "F90 ACTION_REQUESTED 24 true";
    if (open("redFlag")) return "F90a ACTION_REQUESTED 24 true";
    if (yes("supportConcern")) return "F13 ACTION_REQUESTED 24 false";
    if (yes("lowGlucose")) return "F14 ACTION_REQUESTED 24 false";
    if (open("supportConcern")) return "F90b ACTION_REQUESTED 24 false";
    if (open("lowGlucose")) return "F90c ACTION_REQUESTED 24 false";
    if (where.equals("COMMUNITY")) return "F20 FOR_INFORMATION 24 false";
    if (where.equals("HEAR_AND_TREAT")) return "F31 FOR_INFORMATION 72 false";
    if (yes("fallsRisk")) return "F21 ACTION_REQUESTED 72 false";
    return open("fallsRisk") ? "F91 ACTION_REQUESTED 72 false" : "F30 ACTION_REQUESTED 120 false";
  }

  private String response() {
    String emergency = "ASSESSMENT, EMERGENCY_CARE";
    return switch (said("category")) {
      case "" -> "S90 " + emergency + " CONVEYANCE true";
      case "C1", "HCP1" -> "S10 " + emergency + " CONVEYANCE true";
      case "C2", "HCP2" -> "S20 " + emergency + " NONE true";
      case "IFT1", "IFT2" -> "S40 CONVEYANCE NONE true";
      case "IFT3", "IFT4" -> "S50 CONVEYANCE NONE false";
      default -> "S30 ASSESSMENT NONE false";
    };
  }

  private List<String> wishes() {
    List<String> asked = new ArrayList<>();
    ask(asked, yes("recognitionOfDeath"), "P00 RECOGNISE_DEATH");
    ask(asked, yes("plansConflict"), "P10 STOP_AND_CALL_SENIOR");
    ask(asked, yes("refuses") && yes("hasCapacity"), "P01 RESPECT_REFUSAL");
    ask(asked, yes("refuses") && open("hasCapacity"), "P08 ASSESS_CAPACITY");
    boolean settled = yes("advanceDecisionSettled");
    boolean decided = yes("advanceDecision");
    ask(asked, decided && !settled && !yes("under18"), "P02 CHECK_ADVANCE_DECISION");
    ask(asked, decided && settled && no("under18"), "P09 FOLLOW_ADVANCE_DECISION");
    ask(asked, yes("planSeen"), "P03 SHOW_PLANS");
    ask(asked, yes("comfortPlan") && yes("acuteProposed"), "P13 REASON_AGAINST_PLAN");
    ask(asked, no("hasCapacity"), "P04 BEST_INTERESTS_DECISION");
    ask(asked, yes("under18"), "P05 PARENTAL_RESPONSIBILITY");
    ask(asked, yes("comfortPlan") && yes("raisedScore"), "P06 COMFORT_CONVERSATION");
    ask(asked, yes("supportConcern"), "P07 NAME_RESPONSIBLE_PERSON");
    ask(asked, yes("plansNotLocated"), "P11 RECORD_NOT_LOCATED");
    return asked;
  }

  private static void ask(List<String> asked, boolean holds, String row) {
    if (holds) {
      asked.add(row);
    }
  }

  private boolean yes(String input) {
    return said(input).equals("true");
  }

  private boolean no(String input) {
    return said(input).equals("false");
  }

  private boolean open(String input) {
    return said(input).isEmpty();
  }

  private int score() {
    return open("news2") ? 0 : Integer.parseInt(said("news2"));
  }

  private String said(String input) {
    return facts.getOrDefault(input, Optional.empty()).orElse("");
  }
}
