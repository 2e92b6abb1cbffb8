package org.doorstep.dispatch.shell.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.telemetry.TelemetryFault;
import org.doorstep.dispatch.shell.travel.KeptClosure.State;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.Closure;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.SpeedSlot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: drive times follow the closures that hold: at once on a change, at their hours, and on
 * the other nodes; what cannot be laid on the map stops none of the others.
 */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadKeeperTest {
  private static final Actor ANN = Actor.user("ann");
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final GeoPoint EAST = Streets.corner(3, 4.5);
  private static final GeoPoint WEST = Streets.corner(3, 1.5);

  private final Database database;
  private RoadNetwork roads;
  private int usual;

  // Moved by hand.
  private Instant now = NOON;

  RoadKeeperTest(Database database) {
    this.database = database;
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    database.migrate("telemetry", "db/telemetry");
    roads = Streets.open(folder);
    usual = drive(roads);
  }

  @AfterAll
  void close() {
    roads.close();
  }

  @Test
  void put_takesTheWayRound_beforeItReturns_andLiftOpensIt() {
    RoadKeeper keeper = keeper(store(), RoadKeeperTest::asMapped);
    long before = keeper.view().generation();

    RoadView.Shown shown = keeper.put(Streets.closure("a"), 0, ANN);

    assertThat(shown.state()).isEqualTo(State.HOLDING);
    assertThat(shown.laid().lengthMeters()).isBetween(750.0, 900.0);
    assertThat(drive(roads)).isGreaterThan(usual);
    assertThat(keeper.view().generation()).isGreaterThan(before);
    assertThat(roads.metric().conditions().closures()).extracting(Closure::id).containsExactly("a");
    keeper.lift("a", 1, ANN);
    assertThat(drive(roads)).isEqualTo(usual);
    assertThat(keeper.view().find("a")).hasValueSatisfying(is(State.LIFTED));
  }

  @Test
  void drives_sayOnWhichRoadsTheyWereFound() {
    ClosureStore store = store();
    RoadKeeper keeper = keeper(store, RoadKeeperTest::asMapped);
    keeper.put(Streets.closure("b"), 0, ANN);
    keeper.put(Streets.closure("a", new ClosedPlace.Point(Streets.corner(5, 5.5))), 0, ANN);
    Positions positions = new Positions(database.dataSource(), new AreaId("NONE"));
    RoadDrives drives = new RoadDrives(roads, positions, Map.of());

    RoadUse use =
        drives.find(List.of(), new Position(EAST.lat(), EAST.lon()), DrivingMode.NORMAL).roads();

    assertThat(use.closures()).containsExactly("a", "b");
    assertThat(use.map()).isEqualTo(roads.version());
    assertThat(use.source()).isEqualTo(roads.info().hash());
    assertThat(use.generation()).isEqualTo(keeper.view().generation());
    assertThat(use.asOf()).isEqualTo(now);
  }

  @Test
  void look_nothingHasChanged_publishesNothing() {
    RoadKeeper keeper = keeper(store(), RoadKeeperTest::asMapped);
    AtomicInteger told = new AtomicInteger();
    keeper.onChange(told::incrementAndGet);
    keeper.put(Streets.closure("a"), 0, ANN);
    RoadView view = keeper.view();

    for (int i = 0; i < 5; i++) {
      now = now.plusSeconds(1);
      keeper.look();
    }

    assertThat(keeper.view()).isSameAs(view);
    assertThat(told).hasValue(1);
  }

  @Test
  void look_itsHoursBeginAndEnd_publishesAtBoth() {
    RoadKeeper keeper = keeper(store(), RoadKeeperTest::asMapped);
    assertThat(keeper.put(lunch(), 0, ANN).state()).isEqualTo(State.COMING);
    assertThat(drive(roads)).isEqualTo(usual);
    Instant before = keeper.view().changedAt();
    now = now.plusSeconds(60);
    keeper.look();
    assertThat(drive(roads)).isGreaterThan(usual);
    assertThat(keeper.view().changedAt()).isAfter(before).isEqualTo(now);
    now = now.plusSeconds(60);
    keeper.look();
    assertThat(drive(roads)).isEqualTo(usual);
    assertThat(keeper.view().find("lunch")).hasValueSatisfying(is(State.OVER));
    now = now.plus(Duration.ofHours(25));
    keeper.look();
    assertThat(keeper.view().closures()).isEmpty();
  }

  @Test
  void look_anotherNodeHasChangedSomething_followsIt(@TempDir Path folder) throws IOException {
    ClosureStore store = store();
    RoadKeeper here = keeper(store, RoadKeeperTest::asMapped);
    try (RoadNetwork theirs = Streets.open(folder)) {
      RoadKeeper there =
          new RoadKeeper(theirs, store, RoadKeeperTest::asMapped, Duration.ofSeconds(2), () -> now);
      there.look();
      here.put(Streets.closure("a"), 0, ANN);
      assertThat(drive(theirs)).isEqualTo(usual);

      there.look();

      assertThat(drive(theirs)).isGreaterThan(usual);
      assertThat(there.view().changedAt()).isEqualTo(now.plusSeconds(2));
    }
  }

  @Test
  void look_oneCannotBeLaid_theOthersHold() {
    ClosureStore store = store();
    store.put(Streets.closure("lost", new ClosedPlace.Point(new GeoPoint(51.9, 0.9))), 0, ANN, now);
    store.put(Streets.closure("good"), 0, ANN, now);

    RoadKeeper keeper = keeper(store, RoadKeeperTest::asMapped);

    assertThat(drive(roads)).isGreaterThan(usual);
    assertThat(keeper.view().find("good").orElseThrow().laid().fault()).isEmpty();
    assertThat(keeper.view().find("lost").orElseThrow().laid().fault())
        .hasValueSatisfying(why -> assertThat(why).contains("51.90000, 0.90000"));
  }

  @Test
  void put_itCannotBeLaid_isRefusedAndNotKept() {
    ClosureStore store = store();
    RoadKeeper keeper = keeper(store, RoadKeeperTest::asMapped);
    Closure lost = Streets.closure("lost", new ClosedPlace.Point(new GeoPoint(51.9, 0.9)));

    assertThatThrownBy(() -> keeper.put(lost, 0, ANN)).isInstanceOf(ClosureFault.class);
    assertThat(store.list(Instant.EPOCH)).isEmpty();
  }

  @Test
  void look_databaseIsAway_whatIsKnownGoesOnByTheClock() {
    AtomicBoolean away = new AtomicBoolean();
    DataSource line =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (away.get()) {
                    throw new SQLException("away");
                  }
                  return method.invoke(database.dataSource(), arguments);
                });
    RoadKeeper keeper =
        keeper(new ClosureStore(line, new AreaId("AWAY")), RoadKeeperTest::asMapped);
    keeper.put(lunch(), 0, ANN);
    away.set(true);

    now = now.plusSeconds(60);
    keeper.look();
    assertThat(drive(roads)).isGreaterThan(usual);
    assertThatThrownBy(() -> keeper.put(Streets.closure("b"), 0, ANN))
        .isInstanceOf(TelemetryFault.class);
    now = now.plusSeconds(60);
    keeper.look();
    assertThat(drive(roads)).isEqualTo(usual);
  }

  @Test
  void start_afterARestart_holdsWhatHeld_andCallsNothingNew() {
    ClosureStore store = store();
    keeper(store, RoadKeeperTest::asMapped).put(Streets.closure("a"), 0, ANN);
    Instant closed = now;
    now = now.plusSeconds(600);

    try (RoadKeeper again =
        new RoadKeeper(roads, store, RoadKeeperTest::asMapped, Duration.ZERO, () -> now)) {
      again.start();

      assertThat(drive(roads)).isGreaterThan(usual);
      assertThat(again.view().changedAt()).isEqualTo(closed);
    }
  }

  @Test
  void put_moreThanMayHold_isRefused() {
    ClosureStore store = store();
    for (int i = 0; i < RoadKeeper.LIVE_MAX; i++) {
      store.put(Streets.closure("c" + i), 0, ANN, now);
    }
    RoadKeeper keeper = keeper(store, RoadKeeperTest::asMapped);

    assertThatThrownBy(() -> keeper.put(Streets.closure("more"), 0, ANN))
        .isInstanceOfSatisfying(
            ClosureRefusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(ClosureRefusal.Kind.TOO_MANY));
  }

  @Test
  void look_theHourHasOtherSpeeds_publishesThem() {
    SpeedSlot rush =
        new SpeedSlot(
            List.of(new SpeedSlot.ClassSpeed("residential", DrivingMode.NORMAL, 0.5)), List.of());
    Instant five = now.plus(Duration.ofHours(5));
    RoadKeeper keeper = keeper(store(), at -> at.isBefore(five) ? SpeedSlot.asMapped() : rush);
    assertThat(drive(roads)).isEqualTo(usual);

    now = five;
    keeper.look();

    assertThat(drive(roads)).isGreaterThan(usual);
  }

  /** From a minute on, for a minute. */
  private Closure lunch() {
    return new Closure(
        "lunch",
        "Market",
        Streets.closure("x").where(),
        0,
        List.of(DrivingMode.values()),
        Optional.of(now.plusSeconds(60)),
        Optional.of(now.plusSeconds(120)),
        "Council");
  }

  private RoadKeeper keeper(ClosureStore store, Function<Instant, SpeedSlot> speeds) {
    RoadKeeper keeper = new RoadKeeper(roads, store, speeds, Duration.ZERO, () -> now);
    keeper.look();
    return keeper;
  }

  private ClosureStore store() {
    String name = "AREA_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return new ClosureStore(database.dataSource(), new AreaId(name));
  }

  private static SpeedSlot asMapped(Instant at) {
    return SpeedSlot.asMapped();
  }

  private static Consumer<RoadView.Shown> is(State state) {
    return shown -> assertThat(shown.state()).isEqualTo(state);
  }

  private static int drive(RoadNetwork roads) {
    return roads
        .driveMillis(
            List.of(roads.snap(WEST, DrivingMode.NORMAL).orElseThrow()),
            List.of(roads.snap(EAST, DrivingMode.NORMAL).orElseThrow()),
            DrivingMode.NORMAL)[0];
  }
}
