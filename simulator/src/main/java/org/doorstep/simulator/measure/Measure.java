package org.doorstep.simulator.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * One figure of the national ambulance system indicators, or one of ours beside them, in the order
 * in which tables show them.
 */
public enum Measure {
  /** Calls answered (A1). */
  CALLS("A1", "calls answered", Kind.COUNT),
  /** Incidents (A7). */
  INCIDENTS("A7", "incidents", Kind.COUNT),
  /** C1 incidents (A8). */
  C1_INCIDENTS("A8", "C1 incidents", Kind.COUNT),
  /** C1 incidents that were conveyed (A9). */
  C1T_INCIDENTS("A9", "C1 incidents that were conveyed", Kind.COUNT),
  /** C2 incidents (A10). */
  C2_INCIDENTS("A10", "C2 incidents", Kind.COUNT),
  /** C3 incidents (A11). */
  C3_INCIDENTS("A11", "C3 incidents", Kind.COUNT),
  /** C4 incidents (A12). */
  C4_INCIDENTS("A12", "C4 incidents", Kind.COUNT),
  /** C5 incidents that somebody attended (A113). */
  C5_ATTENDED("A113", "C5 incidents that were attended", Kind.COUNT),
  /** Incidents of no such category, or treated by telephone. */
  OTHER_INCIDENTS("", "incidents of no such category, or treated by telephone", Kind.COUNT),
  /** Treated by telephone (A17). */
  HEAR_AND_TREAT("A17", "treated by telephone", Kind.COUNT),
  /** Treated by telephone, not C5: ended with advice (A18). */
  ADVISED("A18", "not C5, ended with advice by telephone", Kind.COUNT),
  /** Treated by telephone, not C5: passed on to another service (A19). */
  PASSED_ON("A19", "not C5, passed on to another service", Kind.COUNT),
  /** Treated by telephone, C5: ended with advice (A21). */
  C5_ADVISED("A21", "C5, ended with advice by telephone", Kind.COUNT),
  /** Treated by telephone, C5: passed on to another service (A22). */
  C5_PASSED_ON("A22", "C5, passed on to another service", Kind.COUNT),
  /** Conveyed to an emergency department (A53). */
  TO_ED("A53", "conveyed to an emergency department", Kind.COUNT),
  /** Conveyed elsewhere (A54). */
  TO_ELSEWHERE("A54", "conveyed elsewhere", Kind.COUNT),
  /** Attended and not conveyed (A55). */
  SEE_AND_TREAT("A55", "attended and not conveyed", Kind.COUNT),
  /** Attended (A56). */
  FACE_TO_FACE("A56", "attended", Kind.COUNT),
  /** C1 response, total (A24). */
  C1_TOTAL_SECONDS("A24", "C1 response, total", Kind.SECONDS),
  /** C1 response, mean (A25). */
  C1_MEAN_SECONDS("A25", "C1 response, mean", Kind.SECONDS),
  /** C1 response, 90th (A26). */
  C1_P90_SECONDS("A26", "C1 response, 90th", Kind.SECONDS),
  /** C1T response, total (A27). */
  C1T_TOTAL_SECONDS("A27", "C1T response, total", Kind.SECONDS),
  /** C1T response, mean (A28). */
  C1T_MEAN_SECONDS("A28", "C1T response, mean", Kind.SECONDS),
  /** C1T response, 90th (A29). */
  C1T_P90_SECONDS("A29", "C1T response, 90th", Kind.SECONDS),
  /** C2 response, total (A30). */
  C2_TOTAL_SECONDS("A30", "C2 response, total", Kind.SECONDS),
  /** C2 response, mean (A31). */
  C2_MEAN_SECONDS("A31", "C2 response, mean", Kind.SECONDS),
  /** C2 response, 90th (A32). */
  C2_P90_SECONDS("A32", "C2 response, 90th", Kind.SECONDS),
  /** C3 response, total (A33). */
  C3_TOTAL_SECONDS("A33", "C3 response, total", Kind.SECONDS),
  /** C3 response, mean (A34). */
  C3_MEAN_SECONDS("A34", "C3 response, mean", Kind.SECONDS),
  /** C3 response, 90th (A35). */
  C3_P90_SECONDS("A35", "C3 response, 90th", Kind.SECONDS),
  /** C4 response, total (A36). */
  C4_TOTAL_SECONDS("A36", "C4 response, total", Kind.SECONDS),
  /** C4 response, mean (A37). */
  C4_MEAN_SECONDS("A37", "C4 response, mean", Kind.SECONDS),
  /** C4 response, 90th (A38). */
  C4_P90_SECONDS("A38", "C4 response, 90th", Kind.SECONDS),
  /** Units sent to C1 (A39). */
  C1_ALLOCATED("A39", "units sent to C1", Kind.COUNT),
  /** Units arrived at C1 (A40). */
  C1_ARRIVING("A40", "units arrived at C1", Kind.COUNT),
  /** Units sent to C1T (A41). */
  C1T_ALLOCATED("A41", "units sent to C1T", Kind.COUNT),
  /** Units arrived at C1T (A42). */
  C1T_ARRIVING("A42", "units arrived at C1T", Kind.COUNT),
  /** Units sent to C2 (A43). */
  C2_ALLOCATED("A43", "units sent to C2", Kind.COUNT),
  /** Units arrived at C2 (A44). */
  C2_ARRIVING("A44", "units arrived at C2", Kind.COUNT),
  /** Units sent to C3 (A45). */
  C3_ALLOCATED("A45", "units sent to C3", Kind.COUNT),
  /** Units arrived at C3 (A46). */
  C3_ARRIVING("A46", "units arrived at C3", Kind.COUNT),
  /** Units sent to C4 (A47). */
  C4_ALLOCATED("A47", "units sent to C4", Kind.COUNT),
  /** Units arrived at C4 (A48). */
  C4_ARRIVING("A48", "units arrived at C4", Kind.COUNT),
  /** Professional's request, level 1, incidents (A74). */
  HCP1_INCIDENTS("A74", "professional's request, level 1, incidents", Kind.COUNT),
  /** Professional's request, level 1, response, total (A82). */
  HCP1_TOTAL_SECONDS("A82", "professional's request, level 1, response, total", Kind.SECONDS),
  /** Professional's request, level 1, response, mean (A83). */
  HCP1_MEAN_SECONDS("A83", "professional's request, level 1, response, mean", Kind.SECONDS),
  /** Professional's request, level 1, response, 90th (A84). */
  HCP1_P90_SECONDS("A84", "professional's request, level 1, response, 90th", Kind.SECONDS),
  /** Professional's request, level 2, incidents (A75). */
  HCP2_INCIDENTS("A75", "professional's request, level 2, incidents", Kind.COUNT),
  /** Professional's request, level 2, response, total (A85). */
  HCP2_TOTAL_SECONDS("A85", "professional's request, level 2, response, total", Kind.SECONDS),
  /** Professional's request, level 2, response, mean (A86). */
  HCP2_MEAN_SECONDS("A86", "professional's request, level 2, response, mean", Kind.SECONDS),
  /** Professional's request, level 2, response, 90th (A87). */
  HCP2_P90_SECONDS("A87", "professional's request, level 2, response, 90th", Kind.SECONDS),
  /** Professional's request, level 3, incidents (A76). */
  HCP3_INCIDENTS("A76", "professional's request, level 3, incidents", Kind.COUNT),
  /** Professional's request, level 3, response, total (A88). */
  HCP3_TOTAL_SECONDS("A88", "professional's request, level 3, response, total", Kind.SECONDS),
  /** Professional's request, level 3, response, mean (A89). */
  HCP3_MEAN_SECONDS("A89", "professional's request, level 3, response, mean", Kind.SECONDS),
  /** Professional's request, level 3, response, 90th (A90). */
  HCP3_P90_SECONDS("A90", "professional's request, level 3, response, 90th", Kind.SECONDS),
  /** Professional's request, level 4, incidents (A77). */
  HCP4_INCIDENTS("A77", "professional's request, level 4, incidents", Kind.COUNT),
  /** Professional's request, level 4, response, total (A91). */
  HCP4_TOTAL_SECONDS("A91", "professional's request, level 4, response, total", Kind.SECONDS),
  /** Professional's request, level 4, response, mean (A92). */
  HCP4_MEAN_SECONDS("A92", "professional's request, level 4, response, mean", Kind.SECONDS),
  /** Professional's request, level 4, response, 90th (A93). */
  HCP4_P90_SECONDS("A93", "professional's request, level 4, response, 90th", Kind.SECONDS),
  /** Transfer, level 1, incidents (A78). */
  IFT1_INCIDENTS("A78", "transfer, level 1, incidents", Kind.COUNT),
  /** Transfer, level 1, response, total (A94). */
  IFT1_TOTAL_SECONDS("A94", "transfer, level 1, response, total", Kind.SECONDS),
  /** Transfer, level 1, response, mean (A95). */
  IFT1_MEAN_SECONDS("A95", "transfer, level 1, response, mean", Kind.SECONDS),
  /** Transfer, level 1, response, 90th (A96). */
  IFT1_P90_SECONDS("A96", "transfer, level 1, response, 90th", Kind.SECONDS),
  /** Transfer, level 2, incidents (A79). */
  IFT2_INCIDENTS("A79", "transfer, level 2, incidents", Kind.COUNT),
  /** Transfer, level 2, response, total (A97). */
  IFT2_TOTAL_SECONDS("A97", "transfer, level 2, response, total", Kind.SECONDS),
  /** Transfer, level 2, response, mean (A98). */
  IFT2_MEAN_SECONDS("A98", "transfer, level 2, response, mean", Kind.SECONDS),
  /** Transfer, level 2, response, 90th (A99). */
  IFT2_P90_SECONDS("A99", "transfer, level 2, response, 90th", Kind.SECONDS),
  /** Transfer, level 3, incidents (A80). */
  IFT3_INCIDENTS("A80", "transfer, level 3, incidents", Kind.COUNT),
  /** Transfer, level 3, response, total (A100). */
  IFT3_TOTAL_SECONDS("A100", "transfer, level 3, response, total", Kind.SECONDS),
  /** Transfer, level 3, response, mean (A101). */
  IFT3_MEAN_SECONDS("A101", "transfer, level 3, response, mean", Kind.SECONDS),
  /** Transfer, level 3, response, 90th (A102). */
  IFT3_P90_SECONDS("A102", "transfer, level 3, response, 90th", Kind.SECONDS),
  /** Transfer, level 4, incidents (A81). */
  IFT4_INCIDENTS("A81", "transfer, level 4, incidents", Kind.COUNT),
  /** Transfer, level 4, response, total (A103). */
  IFT4_TOTAL_SECONDS("A103", "transfer, level 4, response, total", Kind.SECONDS),
  /** Transfer, level 4, response, mean (A104). */
  IFT4_MEAN_SECONDS("A104", "transfer, level 4, response, mean", Kind.SECONDS),
  /** Transfer, level 4, response, 90th (A105). */
  IFT4_P90_SECONDS("A105", "transfer, level 4, response, 90th", Kind.SECONDS),
  /** C1 without requests and transfers, incidents (A115). */
  C1_PUBLIC_INCIDENTS("A115", "C1 without requests and transfers, incidents", Kind.COUNT),
  /** C1 without requests and transfers, response, total (A116). */
  C1_PUBLIC_TOTAL_SECONDS(
      "A116", "C1 without requests and transfers, response, total", Kind.SECONDS),
  /** C1 without requests and transfers, response, mean (A117). */
  C1_PUBLIC_MEAN_SECONDS("A117", "C1 without requests and transfers, response, mean", Kind.SECONDS),
  /** C1 without requests and transfers, response, 90th (A118). */
  C1_PUBLIC_P90_SECONDS("A118", "C1 without requests and transfers, response, 90th", Kind.SECONDS),
  /** C2 without requests and transfers, incidents (A119). */
  C2_PUBLIC_INCIDENTS("A119", "C2 without requests and transfers, incidents", Kind.COUNT),
  /** C2 without requests and transfers, response, total (A120). */
  C2_PUBLIC_TOTAL_SECONDS(
      "A120", "C2 without requests and transfers, response, total", Kind.SECONDS),
  /** C2 without requests and transfers, response, mean (A121). */
  C2_PUBLIC_MEAN_SECONDS("A121", "C2 without requests and transfers, response, mean", Kind.SECONDS),
  /** C2 without requests and transfers, response, 90th (A122). */
  C2_PUBLIC_P90_SECONDS("A122", "C2 without requests and transfers, response, 90th", Kind.SECONDS),
  /** Handovers at emergency departments (A140). */
  HANDOVERS("A140", "handovers at emergency departments", Kind.COUNT),
  /** Handover, total (A141). */
  HANDOVER_TOTAL_SECONDS("A141", "handover, total", Kind.SECONDS),
  /** Handover, mean (A142). */
  HANDOVER_MEAN_SECONDS("A142", "handover, mean", Kind.SECONDS),
  /** Handover, 90th (A143). */
  HANDOVER_P90_SECONDS("A143", "handover, 90th", Kind.SECONDS),
  /** Handovers over 15 minutes (A144). */
  HANDOVERS_OVER_15("A144", "handovers over 15 minutes", Kind.COUNT),
  /** Handovers over 30 minutes (A145). */
  HANDOVERS_OVER_30("A145", "handovers over 30 minutes", Kind.COUNT),
  /** Handovers over 60 minutes (A146). */
  HANDOVERS_OVER_60("A146", "handovers over 60 minutes", Kind.COUNT),
  /** Handover beyond 30 minutes, total (A147). */
  HANDOVER_SECONDS_OVER_30("A147", "handover beyond 30 minutes, total", Kind.SECONDS),
  /** Handovers of unknown time (A148). */
  HANDOVERS_OF_UNKNOWN_TIME("A148", "handovers of unknown time", Kind.COUNT),
  /** Closed without any response. */
  CLOSED_WITHOUT_RESPONSE("", "closed without any response", Kind.COUNT),
  /** Not closed when the log ended. */
  STILL_OPEN("", "not closed when the log ended", Kind.COUNT),
  /** Hours of units on shift. */
  UNIT_HOURS("", "hours of units on shift", Kind.HOURS),
  /** Hours of units on jobs. */
  JOB_HOURS("", "hours of units on jobs", Kind.HOURS),
  /** Share of unit hours on jobs. */
  UTILISATION("", "share of unit hours on jobs", Kind.SHARE);

  /** What a figure counts in. */
  public enum Kind {
    /** Incidents, units, calls. */
    COUNT,
    /** Seconds. */
    SECONDS,
    /** Hours. */
    HOURS,
    /** From 0 to 1. */
    SHARE
  }

  private final String code;
  private final String words;
  private final Kind kind;

  Measure(String code, String words, Kind kind) {
    this.code = code;
    this.words = words;
    this.kind = kind;
  }

  /** The column in the published table; empty for what is not published. */
  public Optional<String> code() {
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** What it counts in. */
  public Kind kind() {
    return kind;
  }

  /** The name in files: {@code c2-mean-seconds}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The count of incidents of a class. */
  public static Measure incidents(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_INCIDENTS;
      case C1T -> C1T_INCIDENTS;
      case C2 -> C2_INCIDENTS;
      case C3 -> C3_INCIDENTS;
      case C4 -> C4_INCIDENTS;
    };
  }

  /** The total of response times of a class. */
  public static Measure totalSeconds(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_TOTAL_SECONDS;
      case C1T -> C1T_TOTAL_SECONDS;
      case C2 -> C2_TOTAL_SECONDS;
      case C3 -> C3_TOTAL_SECONDS;
      case C4 -> C4_TOTAL_SECONDS;
    };
  }

  /** The mean of response times of a class. */
  public static Measure meanSeconds(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_MEAN_SECONDS;
      case C1T -> C1T_MEAN_SECONDS;
      case C2 -> C2_MEAN_SECONDS;
      case C3 -> C3_MEAN_SECONDS;
      case C4 -> C4_MEAN_SECONDS;
    };
  }

  /** The 90th centile of response times of a class. */
  public static Measure p90Seconds(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_P90_SECONDS;
      case C1T -> C1T_P90_SECONDS;
      case C2 -> C2_P90_SECONDS;
      case C3 -> C3_P90_SECONDS;
      case C4 -> C4_P90_SECONDS;
    };
  }

  /** How many units were sent to incidents of a class. */
  public static Measure allocated(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_ALLOCATED;
      case C1T -> C1T_ALLOCATED;
      case C2 -> C2_ALLOCATED;
      case C3 -> C3_ALLOCATED;
      case C4 -> C4_ALLOCATED;
    };
  }

  /** How many units came to incidents of a class. */
  public static Measure arriving(ResponseClass of) {
    return switch (of) {
      case C1 -> C1_ARRIVING;
      case C1T -> C1T_ARRIVING;
      case C2 -> C2_ARRIVING;
      case C3 -> C3_ARRIVING;
      case C4 -> C4_ARRIVING;
    };
  }
}
