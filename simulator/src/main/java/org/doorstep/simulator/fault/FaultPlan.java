package org.doorstep.simulator.fault;

/**
 * How much goes wrong around an area. Shares are of 1, rates per hour of virtual time.
 *
 * @param network between clients, nodes and the world
 * @param log the one log that all nodes write to
 * @param nodes the processes that decide
 * @param sweepMillis how often the owner looks whether the time of an obligation has passed
 */
public record FaultPlan(Network network, Log log, Nodes nodes, long sweepMillis) {
  private static final Spells NEVER = new Spells(0, 0);

  /** Nothing fails and nothing takes time. */
  public static final FaultPlan NONE =
      new FaultPlan(
          new Network(0, 0, 0, 0, 0),
          new Log(0, 0, 0, 0, 0, NEVER),
          new Nodes(NEVER, NEVER, NEVER, 0, 0),
          1_000);

  /** More faults in an hour than a live area has in a year. */
  public static final FaultPlan STORM =
      new FaultPlan(
          new Network(0.03, 0.05, 40, 0.02, 20_000),
          new Log(6, 0.004, 0.004, 0.002, 25_000, new Spells(4, 15_000)),
          new Nodes(
              new Spells(3, 40_000), new Spells(4, 40_000), new Spells(4, 15_000), 0.003, 3_000),
          5_000);

  /**
   * The way of messages.
   *
   * @param lostShare of commands and replies; an order is lost only with the node that gave it
   * @param duplicateShare of commands, replies and orders
   * @param delayMillisMean of every message
   * @param lateShare of messages that come later than the rest
   * @param lateMillisMax how much later
   */
  public record Network(
      double lostShare,
      double duplicateShare,
      int delayMillisMean,
      double lateShare,
      int lateMillisMax) {
    public Network {
      share("lostShare", lostShare);
      share("duplicateShare", duplicateShare);
      share("lateShare", lateShare);
    }
  }

  /**
   * The log.
   *
   * @param appendMillisMean how long an append takes
   * @param failedShare of appends that are not written, which the node does not know
   * @param unansweredShare of appends that are written, which the node does not know
   * @param slowShare of appends that are still to come when others have long been written
   * @param slowMillisMax how much later
   * @param stalls when it stands still
   */
  public record Log(
      int appendMillisMean,
      double failedShare,
      double unansweredShare,
      double slowShare,
      int slowMillisMax,
      Spells stalls) {
    public Log {
      share("failedShare", failedShare);
      share("unansweredShare", unansweredShare);
      share("slowShare", slowShare);
    }
  }

  /**
   * The processes.
   *
   * @param crashes of each node; the length is until it is started again
   * @param pauses of each node
   * @param cuts between the nodes
   * @param crashAtAppendShare of appends around which the node dies
   * @param skewMillisMax how far the clock of a node may be off, to either side
   */
  public record Nodes(
      Spells crashes, Spells pauses, Spells cuts, double crashAtAppendShare, int skewMillisMax) {
    public Nodes {
      share("crashAtAppendShare", crashAtAppendShare);
    }
  }

  /**
   * Something that comes and goes.
   *
   * @param perHour how often, on average, 0 or more
   * @param millisMax how long at most
   */
  public record Spells(double perHour, int millisMax) {
    public Spells {
      if (!(perHour >= 0) || millisMax < 0) {
        throw new IllegalArgumentException(
            "The rate (%s per hour) and length (%d ms) of a fault must be zero or more."
                .formatted(perHour, millisMax));
      }
    }
  }

  public FaultPlan {
    if (sweepMillis < 1) {
      throw new IllegalArgumentException(
          "The sweepMillis (%d) must be 1 or more.".formatted(sweepMillis));
    }
  }

  /** The same area when nothing fails any more; things still take their time. */
  public FaultPlan calm() {
    return new FaultPlan(
        new Network(0, 0, network.delayMillisMean(), 0, 0),
        new Log(log.appendMillisMean(), 0, 0, 0, 0, NEVER),
        new Nodes(NEVER, NEVER, NEVER, 0, nodes.skewMillisMax()),
        sweepMillis);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("The %s (%s) must be in [0, 1].".formatted(name, value));
    }
  }
}
