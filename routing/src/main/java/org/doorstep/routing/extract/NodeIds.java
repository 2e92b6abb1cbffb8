package org.doorstep.routing.extract;

import java.util.Arrays;

/**
 * The ids of all nodes of an extract, eight bytes each; first all are added, then they are asked.
 */
final class NodeIds {
  private long[] ids = new long[1 << 16];
  private int count;
  private boolean ascending = true;

  void add(long id) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count + count / 2);
    }
    ascending &= count == 0 || ids[count - 1] <= id;
    ids[count++] = id;
  }

  boolean contains(long id) {
    if (!ascending) {
      Arrays.sort(ids, 0, count);
      ascending = true;
    }
    return Arrays.binarySearch(ids, 0, count, id) >= 0;
  }
}
