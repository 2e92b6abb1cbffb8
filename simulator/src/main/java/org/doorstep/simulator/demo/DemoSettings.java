package org.doorstep.simulator.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a demo runs. Holds secrets; never printed.
 *
 * @param seed of all streams of chance; one seed gives the same calls
 * @param speed how many times faster than life crews work and hours of the day pass, 1 to 60
 * @param callsPerHour mean of calls in an hour on the clock on the wall, more than 0, at most 600
 * @param sends whether a virtual desk sends units to the driver's own incidents; else people do
 * @param secrets by which the virtual people sign in
 * @param cast who else plays
 */
public record DemoSettings(
    long seed, double speed, double callsPerHour, boolean sends, Secrets secrets, Cast cast) {
  /** How much faster than life a demo runs where nobody says otherwise. */
  public static final double SPEED_USUAL = 10;

  /** The user whom the virtual clinician of the hub signs in as. */
  public static final String HUB_USER = "virtual-hub";

  private static final double SPEED_MAX = 60;
  private static final double CALLS_PER_HOUR_MAX = 600;
  private static final double CALLS_PER_DAY_WEST_KENT = 206;
  private static final double HOURS_PER_DAY = 24;

  public DemoSettings {
    if (!(speed >= 1 && speed <= SPEED_MAX)) {
      throw new IllegalArgumentException("The speed (%s) must be in [1, 60].".formatted(speed));
    }
    if (!(callsPerHour > 0 && callsPerHour <= CALLS_PER_HOUR_MAX)) {
      throw new IllegalArgumentException(
          "The calls-per-hour (%s) must be above 0 and at most 600.".formatted(callsPerHour));
    }
  }

  /**
   * Secrets of sign-in links, each good for several uses.
   *
   * @param crews by call sign, of crew users bound to that unit
   * @param members by the names of practices, hospitals and services, of users bound to them
   */
  public record Secrets(
      String desk, String hub, Map<String, String> crews, Map<String, String> members) {
    public Secrets {
      crews = new TreeMap<>(crews);
      members = new TreeMap<>(members);
    }

    @Override
    public String toString() {
      return "Secrets[masked]";
    }
  }

  /**
   * Who plays beside those who sign in.
   *
   * @param people who may need help; others who need it have no record anywhere
   * @param answeringByMessage services that answer offers by messages of their own
   */
  public record Cast(List<Person> people, List<String> answeringByMessage) {
    /** Nobody. */
    public static final Cast NOBODY = new Cast(List.of(), List.of());

    public Cast {
      people = List.copyOf(people);
      answeringByMessage = List.copyOf(answeringByMessage);
    }
  }

  /** Somebody invented whom a practice knows. */
  public record Person(String nhsNumber, String name, int ageYears, String sex) {
    @Override
    public String toString() {
      return "Person[masked]";
    }
  }

  /**
   * The calls an hour that keep the fleet of West Kent as busy as in life: when crews work ten
   * times faster, ten times as many people must call.
   */
  public static double callsPerHourUsual(double speed) {
    return StrictMath.min(
        CALLS_PER_HOUR_MAX, StrictMath.rint(CALLS_PER_DAY_WEST_KENT / HOURS_PER_DAY * speed));
  }

  @Override
  public String toString() {
    return "DemoSettings[masked]";
  }
}
