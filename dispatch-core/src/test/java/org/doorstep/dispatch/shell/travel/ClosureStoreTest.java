package org.doorstep.dispatch.shell.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.Closure;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.DrivingMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** FEATURE: closures are kept in all their versions; nobody overwrites what another has said. */
@ExtendWith(TestDatabase.class)
class ClosureStoreTest {
  private static final Actor ANN = Actor.user("ann");
  private static final Actor BOB = Actor.user("bob");
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final Database database;
  private final String id = UUID.randomUUID().toString();
  private final AreaId area =
      new AreaId("AREA_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));

  ClosureStoreTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void schema() {
    database.migrate("telemetry", "db/telemetry");
  }

  @Test
  void put_anyKindOfPlace_isReadAsItWasWritten() {
    ClosureStore store = store();
    Closure point = Streets.closure("point", new ClosedPlace.Point(Streets.corner(3, 2)));
    Closure area =
        Streets.closure(
            "ring",
            new ClosedPlace.Area(
                List.of(Streets.corner(0, 0), Streets.corner(0, 1.5), Streets.corner(2, 2))));
    Closure slow =
        new Closure(
            "slow",
            "Ice on the hill",
            new ClosedPlace.Stretch(List.of(Streets.corner(1, 1), Streets.corner(1, 2))),
            0.5,
            List.of(DrivingMode.NORMAL),
            Optional.of(NOON),
            Optional.of(NOON.plusSeconds(3_600)),
            "Highways");

    for (Closure each : List.of(point, area, slow)) {
      store.put(each, 0, ANN, NOON);
    }

    assertThat(store.list(NOON))
        .containsExactly(
            new KeptClosure(point, 1, false, ANN, NOON),
            new KeptClosure(area, 1, false, ANN, NOON),
            new KeptClosure(slow, 1, false, ANN, NOON));
  }

  @Test
  void changeAndLift_areNewVersions_andNoneIsLost() {
    ClosureStore store = store();
    Closure first = Streets.closure(id);
    Closure second = Streets.closure(id, new ClosedPlace.Point(Streets.corner(3, 2)));
    store.put(first, 0, ANN, NOON);
    store.put(second, 1, BOB, NOON.plusSeconds(60));

    store.lift(id, 2, ANN, NOON.plusSeconds(120));

    assertThat(store.history(id))
        .containsExactly(
            new KeptClosure(first, 1, false, ANN, NOON),
            new KeptClosure(second, 2, false, BOB, NOON.plusSeconds(60)),
            new KeptClosure(second, 3, true, ANN, NOON.plusSeconds(120)));
    assertThat(store.list(NOON)).singleElement().matches(KeptClosure::lifted);
    assertThat(store.list(NOON.plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void put_somebodyElseHasChangedIt_isRefusedAndChangesNothing() {
    ClosureStore store = store();
    store.put(Streets.closure(id), 0, ANN, NOON);

    for (long saw : List.of(0L, 2L, 7L)) {
      assertThatThrownBy(() -> store.put(Streets.closure(id), saw, BOB, NOON))
          .isInstanceOfSatisfying(
              ClosureRefusal.class,
              refusal -> assertThat(refusal.kind()).isEqualTo(ClosureRefusal.Kind.OUTDATED));
    }
    assertThat(store.history(id)).hasSize(1);
  }

  @Test
  void put_sameAgainBySamePerson_isTheSameVersion() {
    ClosureStore store = store();
    KeptClosure first = store.put(Streets.closure(id), 0, ANN, NOON);

    assertThat(store.put(Streets.closure(id), 0, ANN, NOON.plusSeconds(5))).isEqualTo(first);
    KeptClosure lifted = store.lift(id, 1, ANN, NOON.plusSeconds(6));
    assertThat(store.lift(id, 1, ANN, NOON.plusSeconds(7))).isEqualTo(lifted);
    assertThat(store.history(id)).hasSize(2);
  }

  @Test
  void lift_nothingOfThatId_isRefused() {
    assertThatThrownBy(() -> store().lift(id, 1, ANN, NOON))
        .isInstanceOfSatisfying(
            ClosureRefusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(ClosureRefusal.Kind.UNKNOWN));
  }

  @Test
  void revision_growsWithEachChangeOfTheAreaAndNoOther() {
    ClosureStore store = store();
    assertThat(store.revision()).isZero();
    store.put(Streets.closure(id), 0, ANN, NOON);
    long one = store.revision();
    store.lift(id, 1, ANN, NOON);

    assertThat(one).isPositive();
    assertThat(store.revision()).isGreaterThan(one);
    assertThat(new ClosureStore(database.dataSource(), new AreaId("ELSEWHERE")).revision())
        .isZero();
    assertThat(new ClosureStore(database.dataSource(), new AreaId("ELSEWHERE")).list(NOON))
        .isEmpty();
  }

  @Test
  void put_edgesOfOneMap_isRefused() {
    Closure edges = Streets.closure(id, new ClosedPlace.Edges(List.of(1), "map"));

    assertThatThrownBy(() -> store().put(edges, 0, ANN, NOON))
        .isInstanceOf(ClosureFault.class)
        .hasMessageContaining("another map");
  }

  private ClosureStore store() {
    return new ClosureStore(database.dataSource(), area);
  }
}
