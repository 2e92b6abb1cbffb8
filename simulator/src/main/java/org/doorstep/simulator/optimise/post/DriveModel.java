package org.doorstep.simulator.optimise.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.site.Ground;

/**
 * What a plan promises without being simulated: the mean blue-light drive to a call, over the hours
 * of the day and the zones.
 *
 * <p>Each crew on shift can be sent with the probability that its hour's load leaves, whatever
 * others do; the nearest that can be is. Where nobody can, the call waits, and comes to {@link
 * #WAITING_MINUTES}. It knows nothing of queues, of crews on their way back, or of reserves, so it
 * only says which moves are worth a simulation. One evaluation takes a fraction of a millisecond.
 * Confined to one thread.
 */
public final class DriveModel {
  /** Engineering default: stands for the drive of whoever becomes free next. */
  static final double WAITING_MINUTES = 20;

  private static final int HOURS = 24;
  private static final double BUSY_MAX = 0.95;
  private static final double NOBODY_LEFT = 1e-3;

  private final Posting posting;
  private final Ground ground;

  /** By zone: the sites from the nearest. */
  private final int[][] nearest;

  /** By hour: what share of a day's calls come. */
  private final double[] share = new double[HOURS];

  /** By hour and crew: the probability that it can be sent. */
  private final double[][] free;

  /** Scratch, by hour and site: the probability that nobody there can be sent. */
  private final double[][] nobody;

  /** A model of crews on their ground under a load. */
  public DriveModel(Posting posting, Ground ground, WeekLoad load) {
    this.posting = posting;
    this.ground = ground;
    nearest = new int[ground.zones()][];
    for (int zone = 0; zone < nearest.length; zone++) {
      nearest[zone] = fromNearest(ground, zone);
    }
    List<CrewSlot> crews = posting.crews();
    free = new double[HOURS][crews.size()];
    nobody = new double[HOURS][ground.sites()];
    double calls = IntStream.range(0, HOURS).mapToDouble(load::callsAtHourOfDay).sum();
    for (int hour = 0; hour < HOURS; hour++) {
      int at = hour;
      share[hour] = load.callsAtHourOfDay(hour) / calls;
      double onShift = crews.stream().mapToDouble(crew -> crew.onShift(at)).sum();
      double busy = Math.min(BUSY_MAX, load.busyUnits(hour) / Math.max(1, onShift));
      for (int crew = 0; crew < crews.size(); crew++) {
        boolean counts = crews.get(crew).emergencies();
        free[hour][crew] = counts ? crews.get(crew).onShift(hour) * (1 - busy) : 0;
      }
    }
  }

  private static int[] fromNearest(Ground ground, int zone) {
    return IntStream.range(0, ground.sites())
        .boxed()
        .sorted(Comparator.comparingDouble(site -> ground.minutes(site, zone)))
        .mapToInt(site -> site)
        .toArray();
  }

  /** The mean drive to a call of each zone, in minutes. */
  public List<Double> zoneMinutes(PostPlan plan) {
    for (double[] row : nobody) {
      Arrays.fill(row, 1);
    }
    for (int hour = 0; hour < HOURS; hour++) {
      for (int crew = 0; crew < free[hour].length; crew++) {
        nobody[hour][plan.siteOf().get(crew)] *= 1 - free[hour][crew];
      }
    }
    List<Double> minutes = new ArrayList<>();
    for (int zone = 0; zone < nearest.length; zone++) {
      double inZone = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        inZone += share[hour] * meanMinutes(nobody[hour], zone);
      }
      minutes.add(inZone);
    }
    return minutes;
  }

  /** The mean drive of all calls, in minutes, from that by zone. */
  public double meanMinutes(List<Double> byZone) {
    double mean = 0;
    for (int zone = 0; zone < nearest.length; zone++) {
      mean += ground.weight(zone) * byZone.get(zone);
    }
    return mean;
  }

  /**
   * The share of calls that some crew could be sent to at once and reach in time.
   *
   * @param minutes within which a call is reached
   */
  public double covered(PostPlan plan, double minutes) {
    double covered = 0;
    for (int zone = 0; zone < nearest.length; zone++) {
      for (int hour = 0; hour < HOURS; hour++) {
        double none = 1;
        for (int crew = 0; crew < free[hour].length; crew++) {
          boolean inTime = ground.minutes(plan.siteOf().get(crew), zone) <= minutes;
          none *= inTime ? 1 - free[hour][crew] : 1;
        }
        covered += ground.weight(zone) * share[hour] * (1 - none);
      }
    }
    return covered;
  }

  private double meanMinutes(double[] nobodyAt, int zone) {
    double left = 1;
    double mean = 0;
    for (int site : nearest[zone]) {
      double none = nobodyAt[site];
      if (none < 1) {
        mean += left * (1 - none) * Math.min(WAITING_MINUTES, ground.minutes(site, zone));
        left *= none;
        if (left < NOBODY_LEFT) {
          break;
        }
      }
    }
    return mean + left * WAITING_MINUTES;
  }

  /** Whether it matters where a crew waits. */
  boolean matters(int crew) {
    return posting.crews().get(crew).emergencies();
  }
}
