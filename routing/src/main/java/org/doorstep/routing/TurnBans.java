package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.storage.TurnCostStorage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The turns that signs forbid, by driving mode. Immutable. */
final class TurnBans {
  /**
   * A turn that is forbidden.
   *
   * @param from the edge it comes from
   * @param via the node it turns at
   * @param to the edge it leads to
   */
  record Turn(int from, int via, int to) {}

  private final Map<DrivingMode, Set<Turn>> banned = new EnumMap<>(DrivingMode.class);

  private TurnBans() {
    for (DrivingMode mode : DrivingMode.values()) {
      banned.put(mode, new HashSet<>());
    }
  }

  /** The turns that a map's restrictions forbid to each mode's kind of vehicle. */
  static TurnBans of(GraphHopper hopper) {
    TurnBans bans = new TurnBans();
    TurnCostStorage storage = hopper.getBaseGraph().getTurnCostStorage();
    if (storage == null) {
      return bans;
    }
    for (DrivingMode mode : DrivingMode.values()) {
      BooleanEncodedValue restricted =
          hopper
              .getEncodingManager()
              .getTurnBooleanEncodedValue(TurnRestriction.key(mode.profile()));
      TurnCostStorage.Iterator each = storage.getAllTurnCosts();
      while (each.next()) {
        if (each.get(restricted)) {
          bans.of(mode).add(new Turn(each.getFromEdge(), each.getViaNode(), each.getToEdge()));
        }
      }
    }
    return bans;
  }

  boolean isBanned(DrivingMode mode, int fromEdge, int viaNode, int toEdge) {
    return of(mode).contains(new Turn(fromEdge, viaNode, toEdge));
  }

  /** How many turns are forbidden to a mode. */
  int count(DrivingMode mode) {
    return of(mode).size();
  }

  /** The nodes at which a turn is forbidden to any mode, ascending. */
  List<Integer> nodes() {
    Set<Integer> nodes = new TreeSet<>();
    for (DrivingMode mode : DrivingMode.values()) {
      of(mode).forEach(turn -> nodes.add(turn.via));
    }
    return new ArrayList<>(nodes);
  }

  private Set<Turn> of(DrivingMode mode) {
    return banned.computeIfAbsent(mode, m -> new HashSet<>());
  }
}
