package org.doorstep.simulator.measure;

import java.util.Locale;

/** What planners ask about beside the national indicators, in the order of tables. */
public enum PlanMeasure {
  /** Incidents treated by telephone, of all. */
  HEAR_AND_TREAT_SHARE("treated by telephone, of all incidents", Kind.SHARE),
  /** Incidents treated where the patient was, of all. */
  SEE_AND_TREAT_SHARE("treated at the scene or passed on from there, of all incidents", Kind.SHARE),
  /** Incidents conveyed to an emergency department, of all. */
  TO_ED_SHARE("conveyed to an emergency department, of all incidents", Kind.SHARE),
  /** Incidents conveyed elsewhere, of all. */
  TO_ELSEWHERE_SHARE("conveyed elsewhere, of all incidents", Kind.SHARE),
  /** Patients treated where they were whom today's practice takes to an emergency department. */
  CONVEYANCES_AVOIDED("treated at the scene instead of being conveyed as today", Kind.COUNT),
  /** Those of them who called again. */
  RECONTACTS("of those, called again", Kind.COUNT),
  /** Patients whom a community service took on. */
  COMMUNITY_CONTACTS("taken on by a community service", Kind.COUNT),
  /** Patients for whom something was asked of their practice. */
  PRACTICE_CONTACTS("passed to the practice with something to do", Kind.COUNT),
  /** Breaks that began in their window, of those that were due. */
  BREAKS_KEPT_SHARE("breaks that began in time, of those due", Kind.SHARE),
  /** Shifts that ended without the break that was due, of those. */
  BREAKS_MISSED_SHARE("breaks never taken, of those due", Kind.SHARE),
  /** How far crews drove, estimated. */
  KILOMETERS("driven by crews, estimated", Kind.KILOMETERS),
  /** The share of demand that a free unit could reach in time, over the time. */
  COVERED_SHARE("of demand within 8 minutes of a free ambulance, over the time", Kind.SHARE),
  /** Crews by the hour. */
  COST_CREWS_POUNDS("crews and vehicles on shift", Kind.POUNDS),
  /** Kilometres. */
  COST_DRIVING_POUNDS("kilometres driven", Kind.POUNDS),
  /** Calls and those treated by telephone. */
  COST_TELEPHONE_POUNDS("calls answered and patients treated by telephone", Kind.POUNDS),
  /** Emergency departments, other places, and admissions that follow. */
  COST_HOSPITAL_POUNDS("attendances and admissions that follow", Kind.POUNDS),
  /** Community services. */
  COST_COMMUNITY_POUNDS("visits by community services", Kind.POUNDS),
  /** Practices. */
  COST_PRACTICE_POUNDS("contacts with practices", Kind.POUNDS),
  /** All of these. */
  COST_TOTAL_POUNDS("cost of all this", Kind.POUNDS),
  /** The total by incidents. */
  COST_EACH_POUNDS("cost of an incident", Kind.POUNDS);

  /** What a figure counts in. */
  public enum Kind {
    /** Patients, incidents. */
    COUNT,
    /** From 0 to 1. */
    SHARE,
    /** Kilometres. */
    KILOMETERS,
    /** Pounds of the years that the scenario's prices say. */
    POUNDS
  }

  private final String words;
  private final Kind kind;

  PlanMeasure(String words, Kind kind) {
    this.words = words;
    this.kind = kind;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** What it counts in. */
  public Kind kind() {
    return kind;
  }

  /** The name in files: {@code conveyances-avoided}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
