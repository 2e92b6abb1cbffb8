package org.doorstep.simulator.matrix;

import java.util.List;

/** What each unit of a matrix world is doing, where it is, and when that ends. One thread. */
final class MatrixUnits {
  static final int NONE = -1;

  private final MatrixGround ground;
  private final int size;
  private final Stage[] stage;
  private final int[] call;
  private final boolean[] drives;
  private final int[] from;
  private final int[] to;
  private final double[] leftAt;
  private final double[] arrivesAt;
  private final double[] eventAt;
  private final long[] eventOrder;

  /** All stand at their bases, by node. */
  MatrixUnits(MatrixGround ground, List<Integer> bases) {
    this.ground = ground;
    size = bases.size();
    stage = new Stage[size];
    call = new int[size];
    drives = new boolean[size];
    from = new int[size];
    to = new int[size];
    leftAt = new double[size];
    arrivesAt = new double[size];
    eventAt = new double[size];
    eventOrder = new long[size];
    for (int unit = 0; unit < size; unit++) {
      stand(unit, bases.get(unit), 0);
    }
  }

  /** The same as they are now. */
  MatrixUnits(MatrixUnits other) {
    ground = other.ground;
    size = other.size;
    stage = other.stage.clone();
    call = other.call.clone();
    drives = other.drives.clone();
    from = other.from.clone();
    to = other.to.clone();
    leftAt = other.leftAt.clone();
    arrivesAt = other.arrivesAt.clone();
    eventAt = other.eventAt.clone();
    eventOrder = other.eventOrder.clone();
  }

  int size() {
    return size;
  }

  /** Whose stage ends next, the one planned first among equals; {@link #NONE} if all are free. */
  int next() {
    int next = NONE;
    for (int unit = 0; unit < size; unit++) {
      if (stage[unit] != Stage.FREE && (next == NONE || isBefore(unit, next))) {
        next = unit;
      }
    }
    return next;
  }

  private boolean isBefore(int unit, int other) {
    return eventAt[unit] < eventAt[other]
        || (eventAt[unit] == eventAt[other] && eventOrder[unit] < eventOrder[other]);
  }

  /** Whether the stage of a unit ends before something of that time and order. */
  boolean endsBefore(int unit, double time, long order) {
    return eventAt[unit] < time || (eventAt[unit] == time && eventOrder[unit] < order);
  }

  /** A stage begins, and is to end then. */
  void plan(int unit, Stage next, double endsAt, long order) {
    stage[unit] = next;
    eventAt[unit] = endsAt;
    eventOrder[unit] = order;
  }

  /** A unit is free, and stands at a node. */
  void stand(int unit, int node, double now) {
    stage[unit] = Stage.FREE;
    call[unit] = NONE;
    arrive(unit, node, now);
    arrivesAt[unit] = now;
  }

  /** A unit has come to a node. */
  void arrive(int unit, int node, double now) {
    drives[unit] = false;
    from[unit] = node;
    to[unit] = node;
    leftAt[unit] = now;
  }

  /** A unit leaves the node where it is for another. */
  void setOff(int unit, int node, double now, double arrives) {
    drives[unit] = true;
    to[unit] = node;
    leftAt[unit] = now;
    arrivesAt[unit] = arrives;
  }

  void commit(int unit, int which) {
    call[unit] = which;
  }

  Stage stage(int unit) {
    return stage[unit];
  }

  int call(int unit) {
    return call[unit];
  }

  /** Where it stands, or has left from. */
  int from(int unit) {
    return from[unit];
  }

  int to(int unit) {
    return to[unit];
  }

  double leftAt(int unit) {
    return leftAt[unit];
  }

  double eventAt(int unit) {
    return eventAt[unit];
  }

  /** Minutes that a free unit has driven since it left. */
  double driven(int unit, double now) {
    return Math.min(now, arrivesAt[unit]) - leftAt[unit];
  }

  /** The node nearest to where a unit is at a time, if nothing else is asked of it. */
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
}
