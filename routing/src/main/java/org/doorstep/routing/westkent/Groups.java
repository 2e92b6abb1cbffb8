package org.doorstep.routing.westkent;

/** Which of many things are joined, directly or by others. Union by index, paths halved. */
final class Groups {
  private final int[] parent;

  Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int of(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Joins two groups; false if they were one before. */
  boolean join(int a, int b) {
    int ga = of(a);
    int gb = of(b);
    if (ga == gb) {
      return false;
    }
    parent[Math.max(ga, gb)] = Math.min(ga, gb);
    return true;
  }
}
