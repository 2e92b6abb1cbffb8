package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * Practices, hospitals, services and the hub, each as a user of its own, who answer what waits for
 * them. One thread.
 */
final class Community {
  private final Map<String, Member> members = new TreeMap<>();
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final VirtualHub hub;
  private final HubCalls calls;
  private final Lane hubLane;

  /** An order and the user who gives it. */
  record Given(Lane lane, Order order) {}

  /** Opens a lane for a user. */
  interface Lanes {
    Lane open(String user, String secret);
  }

  Community(DemoSettings settings, Map<String, String> kinds, Lane hubLane, Lanes open) {
    Chance chance = Chance.of(settings.seed(), "community");
    double speed = settings.speed();
    this.hubLane = hubLane;
    this.hub = new VirtualHub(speed, chance.split());
    settings
        .secrets()
        .members()
        .forEach(
            (name, secret) -> {
              lanes.put(name, open.open(name, secret));
              members.put(name, member(settings, kinds, name, chance.split()));
            });
    // Last, so that everybody else plays as before.
    this.calls = new HubCalls(speed, chance.split());
  }

  private static Member member(
      DemoSettings settings, Map<String, String> kinds, String name, Chance chance) {
    double speed = settings.speed();
    return switch (kinds.getOrDefault(name, "SERVICE")) {
      case "PRACTICE" -> new VirtualPractice(name, speed, chance);
      case "HOSPITAL" -> new VirtualHospital(name, speed, chance);
      default ->
          new VirtualService(
              name, !settings.cast().answeringByMessage().contains(name), speed, chance);
    };
  }

  VirtualHub hub() {
    return hub;
  }

  HubCalls calls() {
    return calls;
  }

  /**
   * What all of them do now.
   *
   * @param isOurs whether an incident is the driver's own
   */
  List<Given> act(CareBoard care, BoardMirror board, LongPredicate isOurs, Instant now) {
    List<Given> given = new ArrayList<>();
    members.forEach(
        (name, member) ->
            member
                .act(care.list(), board, now)
                .forEach(order -> give(given, lanes.get(name), order)));
    hub.act(care.list(), board, now).forEach(order -> given.add(new Given(hubLane, order)));
    hub.beginAll(board, care, now).forEach(order -> given.add(new Given(hubLane, order)));
    calls.act(care.list(), board, now).forEach(order -> given.add(new Given(hubLane, order)));
    calls.callAll(board, isOurs, now).forEach(order -> given.add(new Given(hubLane, order)));
    return given;
  }

  private static void give(List<Given> given, @Nullable Lane lane, Order order) {
    if (lane != null) {
      given.add(new Given(lane, order));
    }
  }
}
