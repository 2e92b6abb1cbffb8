package org.doorstep.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.demo.Door.Ask;
import org.jspecify.annotations.Nullable;

/** All who play in a demo, and their rounds: look, act, say where one is. One thread. */
final class Troupe {
  /** Of those who are treated by telephone, every second is put on the queue of call-backs. */
  private static final int CALLED_BACK_EVERY = 2;

  private static final Duration ROUND = Duration.ofMillis(200);
  private static final Duration CREWS_APART = Duration.ofMillis(40);

  private final Stage stage;
  private final DriverThread thread;
  private final Lane deskLane;
  private final BiFunction<String, String, Lane> lanes;
  private final Keys keys;
  private final BoardMirror board = new BoardMirror();
  private final VirtualDesk desk;
  private final Overview overview;
  private final CareBoard care;
  private final Community community;
  private final Callers callers;
  private final BoardFeed feed;
  private final Beat beat = new Beat();
  private final Map<String, Player> players = new TreeMap<>();
  private boolean summoned;

  /**
   * Where a demo is played.
   *
   * @param area the path of the area in the API
   * @param deskUser the name under which the virtual desk is signed in
   */
  record Stage(
      DemoSettings settings,
      String area,
      String deskUser,
      Fleet fleet,
      RoadNetwork roads,
      InstantSource clock,
      Shares shares) {}

  private record Player(Crew crew, Lane lane) {}

  Troupe(
      Stage stage,
      Door door,
      DriverThread thread,
      Lane deskLane,
      BiFunction<String, String, Lane> lanes) {
    this.stage = stage;
    this.thread = thread;
    this.deskLane = deskLane;
    this.lanes = lanes;
    long seed = stage.settings().seed();
    this.keys = new Keys(Chance.of(seed, "keys"));
    this.desk = new VirtualDesk(Chance.of(seed, "desk"), stage.fleet()::canConvey);
    this.overview = new Overview(Chance.of(seed, "overview"));
    Lane hub = lanes.apply("virtual hub", stage.settings().secrets().hub());
    this.care = new CareBoard(hub, stage.area());
    this.community = new Community(stage.settings(), stage.fleet().kinds(), hub, lanes::apply);
    this.callers = new Callers(demand(), stage.clock().instant());
    this.feed =
        new BoardFeed(
            deskLane,
            door,
            stage.area() + "/stream",
            board,
            thread,
            stage.clock(),
            this::onSnapshot);
  }

  void begin() {
    round();
    thread.every(ROUND, this::round);
  }

  void end() {
    feed.close();
  }

  private Demand demand() {
    RoadNetwork roads = stage.roads();
    CallPlaces places =
        new CallPlaces(
            Scenery.settlements(),
            roads.info(),
            place -> roads.snap(place, DrivingMode.NORMAL).map(Snapped::onRoad));
    var hospitals =
        stage.fleet().hospitals().stream()
            .filter(hospital -> CallPlaces.contains(roads.info(), hospital.at()))
            .toList();
    return new Demand(stage.settings(), places, hospitals, Scenery.presentations());
  }

  private void round() {
    Instant now = stage.clock().instant();
    feed.keepOpen(now);
    care.keepUp(now);
    stage.shares().take(care.list());
    for (DemoCall call : callers.due(board.listIncidents().size(), now)) {
      give(
          deskLane,
          new Order("OpenIncident", call.body()),
          outcome -> opened(call.byTelephone(), outcome));
    }
    for (VirtualDesk.Given given : desk.act(board, care, now)) {
      give(
          deskLane,
          given.order(),
          outcome -> desk.answered(given.incident(), outcome, stage.clock().instant()));
    }
    if (stage.settings().sends()) {
      for (Order order : overview.act(board, desk::owns, now)) {
        give(deskLane, order, outcome -> {});
      }
    }
    for (Community.Given given : community.act(care, board, desk::owns, now)) {
      give(given.lane(), given.order(), outcome -> {});
    }
    actCrews(now);
  }

  private void actCrews(Instant now) {
    for (Player player : players.values()) {
      Crew crew = player.crew();
      crew.act(board, care, now)
          .ifPresent(
              order ->
                  give(
                      player.lane(),
                      order,
                      outcome -> crew.answered(outcome, stage.clock().instant())));
      if (beat.isDue(crew, now)) {
        player.lane().report(position(crew, now));
      }
    }
  }

  private void opened(boolean byTelephone, Outcome outcome) {
    if (outcome.isAccepted() && stage.settings().sends()) {
      outcome
          .tree()
          .flatMap(tree -> tree.findLong("incident"))
          .ifPresent(
              incident -> {
                if (byTelephone && incident % CALLED_BACK_EVERY == 0) {
                  community.calls().own(incident, outcome.sequence());
                } else if (byTelephone) {
                  community.hub().own(incident, outcome.sequence());
                } else {
                  desk.own(incident, outcome.sequence());
                }
              });
    }
  }

  private void onSnapshot() {
    if (!summoned) {
      summoned = true;
      summonCrews();
    }
    if (stage.settings().sends()) {
      board.listIncidents().forEach(incident -> adopt(incident.incident()));
    }
  }

  /** Takes an incident on that an earlier demo has opened, and leaves those of people alone. */
  private void adopt(long incident) {
    if (desk.owns(incident)) {
      return;
    }
    deskLane.give(
        Ask.read(stage.area() + "/incidents/" + incident),
        outcome -> {
          boolean mine =
              outcome.isAccepted()
                  && outcome.tree().flatMap(Troupe::findOpener).filter(this::isDesk).isPresent();
          if (mine) {
            desk.own(incident, 0);
          }
        });
  }

  private boolean isDesk(String actor) {
    return actor.equals("user:" + stage.deskUser());
  }

  private static Optional<String> findOpener(Tree incident) {
    return incident.trees("history").stream().findFirst().map(event -> event.text("actor"));
  }

  private void summonCrews() {
    Chance crews = Chance.of(stage.settings().seed(), "crew");
    Chance clinical = Chance.of(stage.settings().seed(), "clinical");
    Duration wait = Duration.ZERO;
    for (Fleet.Vehicle vehicle : stage.fleet().vehicles()) {
      String secret = stage.settings().secrets().crews().get(vehicle.unit());
      Chance own = crews.split();
      Chance ownClinical = clinical.split();
      if (secret == null) {
        continue;
      }
      Crew crew = crew(vehicle, own, ownClinical);
      Lane lane = lanes.apply(vehicle.unit(), secret);
      // All at once would keep the desk's own requests waiting behind forty sign-ins.
      wait = wait.plus(CREWS_APART);
      thread.after(
          wait,
          () ->
              lane.give(
                  position(crew, stage.clock().instant()),
                  outcome -> players.put(vehicle.unit(), new Player(crew, lane))));
    }
  }

  private Crew crew(Fleet.Vehicle vehicle, Chance own, Chance clinical) {
    double speed = stage.settings().speed();
    GeoPoint base =
        stage.fleet().find(vehicle.base()).map(Station::at).orElseGet(this::middleOfMap);
    GeoPoint spot = board.findFirstSeenAt(vehicle.unit()).orElse(base);
    Driving driving =
        new Driving(vehicle.kind(), stage.fleet(), base, spot, stage.roads()::route, speed);
    return new Crew(vehicle, driving, new JobTimes(speed), own, clinical);
  }

  private GeoPoint middleOfMap() {
    var map = stage.roads().info();
    return new GeoPoint((map.south() + map.north()) / 2, (map.west() + map.east()) / 2);
  }

  private void give(Lane lane, Order order, Consumer<Outcome> then) {
    Ask ask =
        new Ask(
            stage.area() + "/commands/" + order.command(),
            Optional.of(json(order.body())),
            Optional.of(keys.next(stage.clock().instant())));
    lane.give(ask, then);
  }

  private Ask position(Crew crew, Instant now) {
    GeoPoint at = crew.at(now);
    Map<String, @Nullable Object> fix =
        Order.of("Fix", "unit", crew.unit(), "lat", at.lat(), "lon", at.lon()).body();
    Map<String, @Nullable Object> report = Order.of("Report", "fixes", List.of(fix)).body();
    return Ask.post(stage.area() + "/positions", json(report));
  }

  private static String json(Map<String, @Nullable Object> body) {
    return new String(RecordJson.write(body), StandardCharsets.UTF_8);
  }
}
