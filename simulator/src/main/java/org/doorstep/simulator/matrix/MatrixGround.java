package org.doorstep.simulator.matrix;

import java.util.Arrays;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.cover.FreeSoon;
import org.doorstep.dispatch.policy.cover.Reach;
import org.doorstep.simulator.trace.DriveMinutes;
import org.doorstep.simulator.trace.NodePlane;
import org.doorstep.simulator.trace.TraceGround;

/** A ground made ready for many runs: all that does not change while units drive. Immutable. */
public final class MatrixGround {
  /** Without siren a drive takes longer: its siren time divided by this. */
  static final double SIREN_SHARE = 0.95;

  /** The response that is in time on this ground. */
  static final int TARGET_MILLIS = 720_000;

  private final TraceGround ground;
  private final JobLaws laws = JobLaws.UTRECHT;
  private final Demand demand;
  private final double[] upTo;
  private final int[] hospitalFor;
  private final int[] bases;
  private final CoverTable table;
  private final FreeSoon onScene;
  private final FreeSoon dropOff;

  /** Makes a ground ready. */
  public MatrixGround(TraceGround ground) {
    this.ground = ground;
    int nodes = ground.drives().nodes();
    demand = Demand.of(ground.inhabitants().stream().mapToDouble(Double::doubleValue).toArray());
    upTo = new double[nodes];
    hospitalFor = new int[nodes];
    int[] millis = new int[nodes * nodes];
    double sum = 0;
    for (int node = 0; node < nodes; node++) {
      sum += demand.share(node);
      upTo[node] = sum;
      hospitalFor[node] = ground.hospitalFor(node);
      for (int to = 0; to < nodes; to++) {
        millis[node * nodes + to] = ground.drives().millis(node, to);
      }
    }
    bases = ground.bases().stream().mapToInt(Integer::intValue).toArray();
    table = new CoverTable(nodes, nodes, millis, Reach.hard(TARGET_MILLIS));
    onScene = laws.onScene().seen();
    dropOff = laws.dropOff().seen();
  }

  JobLaws laws() {
    return laws;
  }

  DriveMinutes drives() {
    return ground.drives();
  }

  NodePlane plane() {
    return ground.plane();
  }

  TraceGround trace() {
    return ground;
  }

  Demand demand() {
    return demand;
  }

  /** How many bases there are; posts are their indexes. */
  int bases() {
    return bases.length;
  }

  /** The node of a base. */
  int baseNode(int base) {
    return bases[base];
  }

  int hospitalFor(int node) {
    return hospitalFor[node];
  }

  /** Every node is a place and a zone; hard at the target. */
  CoverTable table() {
    return table;
  }

  FreeSoon onScene() {
    return onScene;
  }

  FreeSoon dropOff() {
    return dropOff;
  }

  /** The node at a share, from 0 to less than 1, of all inhabitants. */
  int nodeAt(double share) {
    int found = Arrays.binarySearch(upTo, share);
    // Found exactly, the share is the first of the next node.
    int node = found >= 0 ? found + 1 : -found - 1;
    return Math.min(node, upTo.length - 1);
  }

  /** Minutes without siren. */
  double calmMinutes(int from, int to) {
    return ground.drives().minutes(from, to) / SIREN_SHARE;
  }

  /** The node nearest to where a unit is after a share, from 0 to 1, of its way. */
  int onTheWay(int from, int to, double share) {
    NodePlane plane = ground.plane();
    double x = plane.x(from) + share * (plane.x(to) - plane.x(from));
    double y = plane.y(from) + share * (plane.y(to) - plane.y(from));
    return plane.nearest(x, y);
  }
}
