package org.doorstep.dispatch.model;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What a booked patient needs on the way.
 *
 * @param equipment sorted, without repeats
 */
public record BookingNeeds(Mobility mobility, Escort escort, List<Equipment> equipment) {
  public BookingNeeds {
    equipment = sorted(equipment);
  }

  /** How the patient gets into the vehicle and travels in it. */
  public enum Mobility {
    /** Walks, and sits. */
    WALKS,
    /** Comes in a wheelchair. */
    CHAIR,
    /** Lies. */
    STRETCHER,
    /** Lies, and is too heavy for an ordinary stretcher. */
    BARIATRIC
  }

  /** Who travels with the patient, beside the crew. */
  public enum Escort {
    NONE(0),
    /** A relative or carer. */
    CARER(1),
    /** A nurse of the place that sends. */
    NURSE(1),
    /** A doctor and a nurse of the place that sends, with their own equipment. */
    CLINICAL_TEAM(2);

    private final int seats;

    Escort(int seats) {
      this.seats = seats;
    }

    /** How many seats of the vehicle they take, 0 or more. */
    public int seats() {
      return seats;
    }
  }

  /** What must run on the way. */
  public enum Equipment {
    OXYGEN,
    SYRINGE_DRIVER,
    /** Monitoring of heart and breathing. */
    MONITORING
  }

  /**
   * What a unit must be able to do for it. An engineering default, needs clinical approval:
   *
   * <table>
   *   <caption>What follows from what</caption>
   *   <tr><th>of the patient</th><th>of the unit</th><th>because</th></tr>
   *   <tr><td>any</td><td>CONVEYANCE</td><td>no other vehicle is meant to carry patients</td></tr>
   *   <tr><td>BARIATRIC</td><td>BARIATRIC</td><td>stretcher and lift</td></tr>
   *   <tr><td>OXYGEN</td><td>EMERGENCY_CARE</td><td>it is what has oxygen aboard</td></tr>
   *   <tr><td>SYRINGE_DRIVER</td><td>ASSESSMENT</td><td>a clinician watches it</td></tr>
   *   <tr><td>MONITORING</td><td>PARAMEDIC</td><td>somebody who can act on what it shows</td></tr>
   * </table>
   *
   * <p>Who escorts the patient takes nothing off this: a team may be called away.
   */
  public Capabilities capabilities() {
    EnumSet<Capability> needed = EnumSet.of(Capability.CONVEYANCE);
    if (mobility == Mobility.BARIATRIC) {
      needed.add(Capability.BARIATRIC);
    }
    for (Equipment each : equipment) {
      needed.add(
          switch (each) {
            case OXYGEN -> Capability.EMERGENCY_CARE;
            case SYRINGE_DRIVER -> Capability.ASSESSMENT;
            case MONITORING -> Capability.PARAMEDIC;
          });
    }
    return new Capabilities(List.copyOf(needed));
  }

  /** What an incident needs beyond what was asked for it: taking off is for a person to do. */
  public Capabilities with(Capabilities asked) {
    EnumSet<Capability> all = EnumSet.noneOf(Capability.class);
    all.addAll(capabilities().value());
    all.addAll(asked.value());
    return new Capabilities(List.copyOf(all));
  }

  private static List<Equipment> sorted(Collection<Equipment> given) {
    EnumSet<Equipment> set = EnumSet.noneOf(Equipment.class);
    set.addAll(given);
    return List.copyOf(set);
  }
}
