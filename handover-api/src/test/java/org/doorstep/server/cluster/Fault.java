package org.doorstep.server.cluster;

/** What can become of a node or of the way to it, and is over after a while. */
enum Fault {
  STANDSTILL {
    @Override
    void begin(ClusterWorld world, int node) throws Exception {
      world.node(node).signal("STOP");
    }

    @Override
    void end(ClusterWorld world, int node) throws Exception {
      world.node(node).signal("CONT");
    }
  },
  /** Whoever connects across the cut waits. */
  SILENT_CUT {
    @Override
    void begin(ClusterWorld world, int node) {
      world.wire().cutOff(node, true);
    }

    @Override
    void end(ClusterWorld world, int node) {
      world.wire().heal();
    }
  },
  /** Whoever connects across the cut is refused. */
  CUT {
    @Override
    void begin(ClusterWorld world, int node) {
      world.wire().cutOff(node, false);
    }

    @Override
    void end(ClusterWorld world, int node) {
      world.wire().heal();
    }
  };

  abstract void begin(ClusterWorld world, int node) throws Exception;

  abstract void end(ClusterWorld world, int node) throws Exception;
}
