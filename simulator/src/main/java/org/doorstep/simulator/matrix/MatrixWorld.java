package org.doorstep.simulator.matrix;

import java.util.Arrays;
import java.util.List;

/**
 * Units and calls on a matrix of drives. One thread.
 *
 * <p>What happens is what the trace of the ground's own simulator does (see {@link
 * org.doorstep.simulator.trace}): times in minutes as doubles, sums in the same order, events of
 * one moment in the order in which they were planned; a desk that sends the closest unit and sends
 * it home again gives the very same times. Beyond that units may be sent to other bases and be
 * exchanged under way, from the node nearest to the straight line of their drive.
 */
public final class MatrixWorld {
  private static final int NONE = -1;
  private static final double MINUTE_PRICE = 0.02;
  private static final double TARGET_MINUTES = MatrixGround.TARGET_MILLIS / 60_000.0;

  private final MatrixGround ground;
  private final MatrixCalls calls;
  private final MatrixDesk desk;
  private final int units;

  private final Stage[] stage;
  private final int[] call;
  private final boolean[] drives;
  private final int[] from;
  private final int[] to;
  private final double[] leftAt;
  private final double[] arrivesAt;
  private final double[] eventAt;
  private final long[] eventOrder;

  private final int[] unitOf;
  private final double[] responseMinutes;
  private final double[] finishedAt;
  private final int[] waiting;
  private int waitingFirst;
  private int waitingEnd;

  private double now;
  private long planned;
  private int nextCall;
  private long nextCallOrder;
  private int reached;

  /** While the future is tried: calls before this one count; how many are reached; their cost. */
  private int counted;

  private int paid;
  private double cost;
  private int moves;
  private int diversions;
  private double calmMinutes;

  /**
   * A world at its beginning.
   *
   * @param bases the node where each unit stands
   */
  public MatrixWorld(MatrixGround ground, List<Integer> bases, MatrixCalls calls, MatrixDesk desk) {
    this.ground = ground;
    this.calls = calls;
    this.desk = desk;
    units = bases.size();
    stage = new Stage[units];
    call = new int[units];
    drives = new boolean[units];
    from = new int[units];
    to = new int[units];
    leftAt = new double[units];
    arrivesAt = new double[units];
    eventAt = new double[units];
    eventOrder = new long[units];
    unitOf = new int[calls.size()];
    responseMinutes = new double[calls.size()];
    finishedAt = new double[calls.size()];
    waiting = new int[calls.size()];
    Arrays.fill(unitOf, NONE);
    for (int unit = 0; unit < units; unit++) {
      stand(unit, bases.get(unit));
    }
    nextCallOrder = planned++;
  }

  /**
   * The same world at the same moment, which then goes its own way under another desk.
   *
   * <p>What becomes of calls is written where the first world writes it: that overwrites it in its
   * turn, so only one may be run at a time, and the copy must be done with before the first goes
   * on.
   */
  MatrixWorld(MatrixWorld other, MatrixDesk desk) {
    ground = other.ground;
    calls = other.calls;
    this.desk = desk;
    units = other.units;
    stage = other.stage.clone();
    call = other.call.clone();
    drives = other.drives.clone();
    from = other.from.clone();
    to = other.to.clone();
    leftAt = other.leftAt.clone();
    arrivesAt = other.arrivesAt.clone();
    eventAt = other.eventAt.clone();
    eventOrder = other.eventOrder.clone();
    unitOf = other.unitOf;
    responseMinutes = other.responseMinutes;
    finishedAt = other.finishedAt;
    waiting = other.waiting;
    copyCounts(other);
  }

  private void copyCounts(MatrixWorld other) {
    waitingFirst = other.waitingFirst;
    waitingEnd = other.waitingEnd;
    now = other.now;
    planned = other.planned;
    nextCall = other.nextCall;
    nextCallOrder = other.nextCallOrder;
    reached = other.reached;
    moves = other.moves;
    diversions = other.diversions;
    calmMinutes = other.calmMinutes;
  }

  /** Runs until every call is over. */
  public void run() {
    while (step()) {
      // Each event plans what follows from it.
    }
  }

  /**
   * Plays on until all calls are reached that have come or will within a time.
   *
   * @return what their responses cost in late calls, each minute of them a little
   */
  double playOn(double minutes) {
    counted = nextCall;
    while (counted < calls.size() && calls.at(counted) <= now + minutes) {
      counted++;
    }
    int owed = counted - reached;
    cost = 0;
    paid = 0;
    while (paid < owed && step()) {
      // Each event plans what follows from it.
    }
    return cost;
  }

  /** Lets the next thing happen; false if nothing is left. */
  boolean step() {
    int unit = nextUnit();
    if (nextCall < calls.size() && (unit == NONE || isCallBefore(unit))) {
      now = calls.at(nextCall);
      int came = nextCall;
      nextCall++;
      desk.called(this, came);
      nextCallOrder = planned++;
      return true;
    }
    if (unit == NONE) {
      return false;
    }
    now = eventAt[unit];
    happens(unit);
    return true;
  }

  private boolean isCallBefore(int unit) {
    double at = calls.at(nextCall);
    return at < eventAt[unit] || (at == eventAt[unit] && nextCallOrder < eventOrder[unit]);
  }

  private int nextUnit() {
    int next = NONE;
    for (int unit = 0; unit < units; unit++) {
      if (stage[unit] == Stage.FREE) {
        continue;
      }
      if (next == NONE
          || eventAt[unit] < eventAt[next]
          || (eventAt[unit] == eventAt[next] && eventOrder[unit] < eventOrder[next])) {
        next = unit;
      }
    }
    return next;
  }

  private void plan(int unit, Stage next, double at) {
    stage[unit] = next;
    eventAt[unit] = at;
    eventOrder[unit] = planned++;
  }

  /** A stage of a unit is over. */
  private void happens(int unit) {
    int of = call[unit];
    switch (stage[unit]) {
      case TO_CALL -> {
        arrive(unit, calls.node(of));
        unitOf[of] = unit;
        responseMinutes[of] = now - calls.at(of);
        reached++;
        pay(of);
        plan(unit, Stage.AT_SCENE, now + calls.onScene(of));
      }
      case AT_SCENE -> leaveScene(unit, of);
      case TO_HOSPITAL -> {
        arrive(unit, to[unit]);
        plan(unit, Stage.AT_HOSPITAL, now + calls.dropOff(of));
      }
      case AT_HOSPITAL -> finish(unit, of);
      case FREE -> throw new IllegalStateException("Nothing ends for a free unit.");
    }
  }

  private void pay(int of) {
    if (of < counted) {
      paid++;
      cost += MINUTE_PRICE * responseMinutes[of];
      cost += responseMinutes[of] > TARGET_MINUTES ? 1 : 0;
    }
  }

  private void arrive(int unit, int node) {
    drives[unit] = false;
    from[unit] = node;
    to[unit] = node;
    leftAt[unit] = now;
  }

  private void setOff(int unit, int node) {
    drives[unit] = true;
    to[unit] = node;
    leftAt[unit] = now;
  }

  private void leaveScene(int unit, int of) {
    if (!calls.toHospital(of)) {
      finish(unit, of);
      return;
    }
    setOff(unit, ground.hospitalFor(from[unit]));
    plan(unit, Stage.TO_HOSPITAL, now + ground.drives().minutes(from[unit], to[unit]));
  }

  private void finish(int unit, int of) {
    finishedAt[of] = now;
    stand(unit, from[unit]);
    if (waitingFirst < waitingEnd) {
      send(unit, waiting[waitingFirst++]);
    } else {
      desk.freed(this, unit);
    }
  }

  private void stand(int unit, int node) {
    stage[unit] = Stage.FREE;
    call[unit] = NONE;
    arrive(unit, node);
    arrivesAt[unit] = now;
  }

  /** Sends a free unit to a call from where it is. */
  void send(int unit, int to) {
    halt(unit);
    call[unit] = to;
    setOff(unit, calls.node(to));
    double arrives = now + ground.drives().minutes(from[unit], calls.node(to));
    arrivesAt[unit] = arrives;
    plan(unit, Stage.TO_CALL, arrives);
  }

  /** Takes a crew from the call that it is under way to; somebody else must be sent to that. */
  void divert(int unit) {
    int node = node(unit);
    stand(unit, node);
    diversions++;
  }

  /** The call waits for whoever becomes free first. */
  void keepWaiting(int which) {
    waiting[waitingEnd++] = which;
  }

  /** Has a free unit drive to a base without siren. */
  void drive(int unit, int base) {
    halt(unit);
    setOff(unit, ground.baseNode(base));
    arrivesAt[unit] = now + ground.calmMinutes(from[unit], to[unit]);
  }

  /** Orders a free unit that stands, or drives to another base, to a base: a move. */
  void move(int unit, int base) {
    drive(unit, base);
    moves++;
  }

  private void halt(int unit) {
    int node = node(unit);
    calmMinutes += Math.min(now, arrivesAt[unit]) - leftAt[unit];
    stand(unit, node);
  }

  MatrixGround ground() {
    return ground;
  }

  MatrixCalls calls() {
    return calls;
  }

  int units() {
    return units;
  }

  double now() {
    return now;
  }

  /** Calls that have come. */
  int came() {
    return nextCall;
  }

  /** Calls that somebody has reached. */
  int reached() {
    return reached;
  }

  Stage stage(int unit) {
    return stage[unit];
  }

  /** The call that a unit is busy with. */
  int callOf(int unit) {
    return call[unit];
  }

  /** When the present stage began. */
  double leftAt(int unit) {
    return leftAt[unit];
  }

  /** When a unit that drives to a call or to hospital is there. */
  double eventAt(int unit) {
    return eventAt[unit];
  }

  /** The unit that drives to a call; one must. */
  int responder(int which) {
    for (int unit = 0; unit < units; unit++) {
      if (stage[unit] == Stage.TO_CALL && call[unit] == which) {
        return unit;
      }
    }
    throw new IllegalStateException("Nobody drives to the call (%d).".formatted(which));
  }

  /** Where a unit drives to, or stands. */
  int destination(int unit) {
    return to[unit];
  }

  /** Where a unit can be sent from: the node where it stands, or nearest to its way. */
  int node(int unit) {
    return nodeAt(unit, now);
  }

  /** Where a unit that drives will be at a time, if nothing else is asked of it. */
  int nodeAt(int unit, double time) {
    if (!drives[unit]) {
      return from[unit];
    }
    double drive =
        stage[unit] == Stage.FREE
            ? ground.calmMinutes(from[unit], to[unit])
            : ground.drives().minutes(from[unit], to[unit]);
    double gone = time - leftAt[unit];
    return gone >= drive ? to[unit] : ground.onTheWay(from[unit], to[unit], gone / drive);
  }

  /** Minutes from a call to the first unit's arrival. */
  public double responseMinutes(int which) {
    return responseMinutes[which];
  }

  /** Who reached it. */
  public int unitOf(int which) {
    return unitOf[which];
  }

  /** When its unit was free again. */
  public double finishedAt(int which) {
    return finishedAt[which];
  }

  /** Orders to free units to drive to another base. */
  int moves() {
    return moves;
  }

  /** Crews that were sent elsewhere while under way to a call. */
  int diversions() {
    return diversions;
  }

  /** All orders to crews that are not part of sending or posting one. */
  int orders() {
    return moves + diversions;
  }

  /** Minutes that all units have driven without siren. */
  double calmMinutes() {
    return calmMinutes;
  }
}
