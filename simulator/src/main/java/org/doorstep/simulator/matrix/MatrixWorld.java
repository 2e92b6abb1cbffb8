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
 * exchanged under way, from the node nearest to the straight line of their drive. Calls for whom
 * nobody is free wait, and are served in the order in which they came.
 */
public final class MatrixWorld {
  private static final int NONE = MatrixUnits.NONE;
  private static final int WAITING_FIRST = 16;
  private static final double MINUTE_PRICE = 0.02;
  private static final double TARGET_MINUTES = MatrixGround.TARGET_MILLIS / 60_000.0;

  private final MatrixGround ground;
  private final MatrixCalls calls;
  private final MatrixDesk desk;
  private final MatrixUnits units;
  private final int[] unitOf;
  private final double[] responseMinutes;
  private final double[] finishedAt;

  /** Those who wait, in the order in which they came; the queue is never long. */
  private int[] waiting;

  private int waitingCount;

  private double now;
  private long planned;
  private int nextCall;
  private long nextCallOrder;
  private int reached;
  private int moves;
  private int diversions;
  private double calmMinutes;

  /** While the future is tried: calls before this one count; how many are reached; their cost. */
  private int counted;

  private int paid;
  private double cost;

  /**
   * A world at its beginning.
   *
   * @param bases the node where each unit stands
   */
  public MatrixWorld(MatrixGround ground, List<Integer> bases, MatrixCalls calls, MatrixDesk desk) {
    this.ground = ground;
    this.calls = calls;
    this.desk = desk;
    units = new MatrixUnits(ground, bases);
    unitOf = new int[calls.size()];
    responseMinutes = new double[calls.size()];
    finishedAt = new double[calls.size()];
    waiting = new int[WAITING_FIRST];
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
    units = new MatrixUnits(other.units);
    unitOf = other.unitOf;
    responseMinutes = other.responseMinutes;
    finishedAt = other.finishedAt;
    waiting = other.waiting.clone();
    waitingCount = other.waitingCount;
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
  private boolean step() {
    int unit = units.next();
    if (nextCall < calls.size()
        && (unit == NONE || !units.endsBefore(unit, calls.at(nextCall), nextCallOrder))) {
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
    now = units.eventAt(unit);
    ends(unit, units.call(unit));
    return true;
  }

  /** The stage of a unit is over. */
  private void ends(int unit, int of) {
    switch (units.stage(unit)) {
      case TO_CALL -> {
        unitOf[of] = unit;
        responseMinutes[of] = now - calls.at(of);
        reached++;
        pay(of);
        units.arrive(unit, calls.node(of), now);
        units.plan(unit, Stage.AT_SCENE, now + calls.onScene(of), planned++);
      }
      case AT_SCENE -> leaveScene(unit, of);
      case TO_HOSPITAL -> {
        units.arrive(unit, units.to(unit), now);
        units.plan(unit, Stage.AT_HOSPITAL, now + calls.dropOff(of), planned++);
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

  private void leaveScene(int unit, int of) {
    if (!calls.toHospital(of)) {
      finish(unit, of);
      return;
    }
    int node = units.from(unit);
    int hospital = ground.hospitalFor(node);
    double arrives = now + ground.drives().minutes(node, hospital);
    units.setOff(unit, hospital, now, arrives);
    units.plan(unit, Stage.TO_HOSPITAL, arrives, planned++);
  }

  private void finish(int unit, int of) {
    finishedAt[of] = now;
    units.stand(unit, units.from(unit), now);
    if (waitingCount > 0) {
      send(unit, leaveQueue(desk.nextWaiting(this, unit)));
    } else {
      desk.freed(this, unit);
    }
  }

  /** Sends a free unit to a call from where it is. */
  void send(int unit, int to) {
    halt(unit);
    units.commit(unit, to);
    double arrives = now + ground.drives().minutes(units.from(unit), calls.node(to));
    units.setOff(unit, calls.node(to), now, arrives);
    units.plan(unit, Stage.TO_CALL, arrives, planned++);
  }

  /** Takes a crew from the call that it is under way to; somebody else must be sent to that. */
  void divert(int unit) {
    units.stand(unit, node(unit), now);
    diversions++;
  }

  /** The call waits for whoever becomes free first. */
  void keepWaiting(int which) {
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingCount);
    }
    waiting[waitingCount++] = which;
  }

  private int leaveQueue(int place) {
    int which = waiting[place];
    waitingCount--;
    System.arraycopy(waiting, place + 1, waiting, place, waitingCount - place);
    return which;
  }

  /** Has a free unit drive to a base without siren. */
  void drive(int unit, int base) {
    halt(unit);
    int node = ground.baseNode(base);
    units.setOff(unit, node, now, now + ground.calmMinutes(units.from(unit), node));
  }

  /** Orders a free unit that stands, or drives to another base, to a base: a move. */
  void move(int unit, int base) {
    drive(unit, base);
    moves++;
  }

  private void halt(int unit) {
    calmMinutes += units.driven(unit, now);
    units.stand(unit, node(unit), now);
  }

  MatrixGround ground() {
    return ground;
  }

  MatrixCalls calls() {
    return calls;
  }

  int units() {
    return units.size();
  }

  double now() {
    return now;
  }

  /** Calls that have come. */
  int came() {
    return nextCall;
  }

  Stage stage(int unit) {
    return units.stage(unit);
  }

  /** How many calls wait for a unit. */
  int waitingCount() {
    return waitingCount;
  }

  /** The call at a place in the queue, from 0. */
  int waiting(int place) {
    return waiting[place];
  }

  /** The call that a unit is busy with. */
  int callOf(int unit) {
    return units.call(unit);
  }

  /** When a unit left where it was, or came to where it is. */
  double leftAt(int unit) {
    return units.leftAt(unit);
  }

  /** When the stage of a busy unit ends; a desk can know it of those that drive. */
  double eventAt(int unit) {
    return units.eventAt(unit);
  }

  /** The unit that drives to a call; one must. */
  int responder(int which) {
    for (int unit = 0; unit < units.size(); unit++) {
      if (units.stage(unit) == Stage.TO_CALL && units.call(unit) == which) {
        return unit;
      }
    }
    throw new IllegalStateException("Nobody drives to the call (%d).".formatted(which));
  }

  /** Where a unit drives to, or stands. */
  int destination(int unit) {
    return units.to(unit);
  }

  /** Where a unit can be sent from: the node where it stands, or nearest to its way. */
  int node(int unit) {
    return units.nodeAt(unit, now);
  }

  /** Where a unit that drives will be at a time, if nothing else is asked of it. */
  int nodeAt(int unit, double time) {
    return units.nodeAt(unit, time);
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
