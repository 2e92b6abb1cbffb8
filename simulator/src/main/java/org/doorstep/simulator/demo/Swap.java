package org.doorstep.simulator.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that was advised: one unit takes over from another that is on its way.
 *
 * @param onto the incident that the unit let go is sent to; empty: it becomes free
 */
record Swap(long incident, String leaves, String comes, Optional<Long> onto) {

  static Swap of(Tree advice) {
    Tree exchange = advice.findTree("exchange").orElseThrow();
    return new Swap(
        exchange.integer("incident"),
        exchange.text("leaves"),
        exchange.text("comes"),
        exchange.findLong("onto"));
  }

  /** Whether everybody it concerns is somebody's own. */
  boolean isAmong(LongPredicate own) {
    return own.test(incident) && onto.filter(other -> !own.test(other)).isEmpty();
  }

  /** The order for it, with the versions that the board shows; empty once it cannot be done. */
  Optional<Order> order(BoardMirror board) {
    var first = board.findIncident(incident);
    var going = board.findUnit(leaves).filter(unit -> unit.isOnTheWayTo(incident));
    var coming = board.findUnit(comes).filter(BoardMirror.Unit::isAssignable);
    var next = onto.flatMap(board::findIncident);
    if (first.isEmpty() || going.isEmpty() || coming.isEmpty()) {
      return Optional.empty();
    }
    if (onto.isPresent() && next.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> saw = new LinkedHashMap<>();
    saw.put("incident", first.get().version());
    saw.put("leaves", going.get().version());
    saw.put("comes", coming.get().version());
    next.ifPresent(other -> saw.put("onto", other.version()));
    return Optional.of(Order.of("ExchangeUnits", "exchange", body(), "saw", saw));
  }

  private Map<String, @Nullable Object> body() {
    Map<String, @Nullable Object> exchange = new LinkedHashMap<>();
    exchange.put("incident", incident);
    exchange.put("leaves", leaves);
    exchange.put("comes", comes);
    onto.ifPresent(other -> exchange.put("onto", other));
    return exchange;
  }
}
