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
  /** Incidents of no such category, or treated by telephone. */
  OTHER_INCIDENTS("", "incidents of no such category, or treated by telephone", Kind.COUNT),
  /** Treated by telephone (A17). */
  HEAR_AND_TREAT("A17", "treated by telephone", Kind.COUNT),
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
