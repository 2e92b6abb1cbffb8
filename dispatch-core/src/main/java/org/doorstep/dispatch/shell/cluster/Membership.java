package org.doorstep.dispatch.shell.cluster;

/**
 * What one node sees of its cluster at one moment. It says who tries to own an area, never who is
 * right: during a partition two nodes can both believe that they are first, and the log decides.
 *
 * @param seen how many nodes this one sees, itself included; 0 while it is joining
 * @param nodes how many there are by the configuration
 * @param first whether no node that is seen has been here for longer
 */
public record Membership(int seen, int nodes, boolean first) {
  /** A node that is no part of a cluster. */
  public static final Membership ALONE = new Membership(1, 1, true);

  /** Whether more than half of all nodes are seen: at most one side of a cut can say so. */
  public boolean isMajority() {
    return 2 * seen > nodes;
  }

  /** Whether this node should try to own what only one node should own. */
  public boolean isOwner() {
    return first && isMajority();
  }
}
