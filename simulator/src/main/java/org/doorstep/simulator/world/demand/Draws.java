package org.doorstep.simulator.world.demand;

import org.doorstep.simulator.chance.Chance;

/**
 * What is left to chance about one call, drawn when it is made: so it is the same whatever happened
 * before, and two scenarios can be compared call by call. Confined to one thread.
 */
public final class Draws {
  private static final int JOBS = 3;

  private final Chance clinical;
  private final Chance caller;
  private final double scene;
  private final double handover;
  private final double desk;
  private final double second;
  private final Job[] jobs = new Job[JOBS];

  /**
   * What is left to chance about one unit's job.
   *
   * @param traffic for the drive to the scene, from the standard normal distribution
   * @param trafficOn the same for the drive to hospital
   */
  public record Job(Steps steps, double clear, double support, double traffic, double trafficOn) {}

  /** Shares below which the times of the first steps lie. */
  public record Steps(double acknowledge, double turnout, double toPatient) {}

  Draws(Chance clinical, Chance crew, Chance traffic) {
    this.clinical = clinical;
    caller = crew.split();
    scene = crew.share();
    handover = crew.share();
    desk = crew.share();
    second = crew.share();
    for (int i = 0; i < JOBS; i++) {
      Steps steps = new Steps(crew.share(), crew.share(), crew.share());
      jobs[i] = new Job(steps, crew.share(), crew.share(), traffic.normal(), traffic.normal());
    }
  }

  /** Everything about the patient that comes later: services, practice; in the order of asking. */
  public Chance clinical() {
    return clinical;
  }

  /** How the caller behaves while waiting. */
  public Chance caller() {
    return caller;
  }

  /** The share below which the time at the scene lies. */
  public double scene() {
    return scene;
  }

  /** The share below which the time of handing over lies. */
  public double handover() {
    return handover;
  }

  /** The share below which the desk's time lies. */
  public double desk() {
    return desk;
  }

  /** Below which share of calls a second unit is sent. */
  public double second() {
    return second;
  }

  /** What is drawn for the first, second and further jobs of the call. */
  public Job job(int number) {
    return jobs[Math.min(number, JOBS - 1)];
  }
}
