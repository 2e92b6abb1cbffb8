package org.doorstep.dispatch.shell.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * FEATURE: every version of a decision table is kept for ever, an area says which one decides, and
 * every node hears of it.
 */
@ExtendWith(TestDatabase.class)
class ProtocolShelfTest {
  private static final Actor ANN = Actor.user("ann");
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final TableKind KIND = TableKind.FOLLOW_UP;
  private static final String SHIPPED = ProtocolFiles.compiled(KIND).identity().sha256();

  private final Database database;
  private final String fresh = UUID.randomUUID().toString().substring(0, 8);
  private final AreaId area = new AreaId("AREA_" + fresh.toUpperCase(Locale.ROOT));
  private ProtocolShelf shelf;
  private ProtocolShelf otherNode;

  ProtocolShelfTest(Database database) {
    this.database = database;
    this.shelf = node();
    this.otherNode = node();
  }

  @BeforeEach
  void start() {
    database.migrate("protocol", "db/protocol");
    shelf.start();
    otherNode.start();
  }

  @AfterEach
  void stop() {
    shelf.close();
    otherNode.close();
  }

  @Test
  void start_ofAnAreaThatAdoptedNothing_runsWhatShips() {
    assertThat(shelf.running()).isEqualTo(RunningTables.shipped());
    assertThat(shelf.view().adoptions()).hasSize(TableKind.values().length);
    assertThat(shelf.view().running(KIND))
        .hasValueSatisfying(each -> assertThat(each.by()).isEqualTo(Actor.system("protocol")));
  }

  @Test
  void load_ofAVersion_keepsItsBytesAndDecidesNothing() {
    byte[] file = file("120", "96", fresh);

    TableVersion version = shelf.load("x.dmn", file, ANN);

    assertThat(shelf.file(version.sha256())).hasValue(file);
    assertThat(version.loadedBy()).isEqualTo(ANN);
    assertThat(shelf.running()).isEqualTo(RunningTables.shipped());
    assertThat(shelf.load("x.dmn", file, Actor.user("bob"))).isEqualTo(version);
  }

  @Test
  void load_ofOtherBytesUnderTheSameVersion_isRefused() {
    shelf.load("x.dmn", file("120", "96", fresh), ANN);

    assertThatThrownBy(() -> shelf.load("x.dmn", file("120", "95", fresh), ANN))
        .isInstanceOfSatisfying(
            ShelfRefusal.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(ShelfRefusal.Kind.VERSION_TAKEN));
  }

  @Test
  void adopt_aLoadedVersion_decidesHereAtOnceAndOnTheOtherNodeAtItsNextLook() {
    TableVersion version = shelf.load("x.dmn", file("120", "96", fresh), ANN);

    Adoption adoption = shelf.adopt(version.sha256(), SHIPPED, ANN, "Meeting of today");

    assertThat(shelf.running().table(KIND)).isEqualTo(version.table());
    assertThat(adoption.reason()).isEqualTo("Meeting of today");
    otherNode.look();
    assertThat(otherNode.running()).isEqualTo(shelf.running());
    assertThat(otherNode.view().running(KIND)).hasValue(adoption);
  }

  @Test
  void adopt_theVersionOfBefore_isAnAdoptionLikeAnyOther() {
    TableVersion version = shelf.load("x.dmn", file("120", "96", fresh), ANN);
    shelf.adopt(version.sha256(), SHIPPED, ANN, "Try");

    shelf.adopt(SHIPPED, version.sha256(), ANN, "Back");

    assertThat(shelf.running()).isEqualTo(RunningTables.shipped());
    assertThat(shelf.view().adoptions())
        .filteredOn(each -> each.kind() == KIND)
        .extracting(Adoption::sha256)
        .containsExactly(SHIPPED, version.sha256(), SHIPPED);
  }

  @Test
  void adopt_afterSomebodyElseHas_isRefusedUntilLookedAtAgain() {
    TableVersion one = shelf.load("x.dmn", file("120", "96", fresh), ANN);
    TableVersion two = shelf.load("y.dmn", file("120", "95", fresh + "b"), ANN);
    otherNode.look();
    shelf.adopt(one.sha256(), SHIPPED, ANN, "First");

    refused(ShelfRefusal.Kind.OUTDATED, () -> adoptElsewhere(two));

    assertThat(shelf.running().table(KIND)).isEqualTo(one.table());
  }

  @Test
  void adopt_aVersionThatBreaksARule_isRefusedWithTheRuleAndAnInput() {
    byte[] file =
        changed(
            file("120", "96", fresh), "F11_withinHours\"><text>24", "F11_withinHours\"><text>96");
    TableVersion version = shelf.load("x.dmn", file, ANN);

    assertThatThrownBy(() -> shelf.adopt(version.sha256(), SHIPPED, ANN, "Anyway"))
        .isInstanceOf(ShelfRefusal.class)
        .hasMessageContaining("MONOTONE")
        .hasMessageContaining("Input:");
    assertThat(shelf.check(version.sha256()).faults()).isNotEmpty();
    assertThat(shelf.running()).isEqualTo(RunningTables.shipped());
  }

  @Test
  void adopt_withoutAReasonOrAVersion_isRefused() {
    refused(ShelfRefusal.Kind.REASON, () -> shelf.adopt(SHIPPED, SHIPPED, ANN, "  "));
    refused(
        ShelfRefusal.Kind.UNKNOWN_VERSION, () -> shelf.adopt("0".repeat(64), SHIPPED, ANN, "Why"));
  }

  @Test
  void check_ofAVersion_saysExactlyWhatChanges() {
    TableVersion version = shelf.load("x.dmn", file("120", "96", fresh), ANN);

    VersionCheck check = shelf.check(version.sha256());

    assertThat(check.faults()).isEmpty();
    assertThat(check.changes()).hasSize(1);
    assertThat(check.changes().get(0).before()).containsExactly("F30");
    assertThat(check.changes().get(0).inputs()).isPositive();
  }

  @Test
  void shadow_isStartedAndEndedAndNeverTheOneThatRuns() {
    TableVersion version = shelf.load("x.dmn", file("120", "96", fresh), ANN);

    shelf.startShadow(version.sha256(), ANN, "Look for a week");
    assertThat(shelf.view().shadows()).containsExactly(version);
    assertThat(shelf.running()).isEqualTo(RunningTables.shipped());
    shelf.adopt(version.sha256(), SHIPPED, ANN, "It is good");

    assertThat(shelf.view().shadow(KIND)).isEmpty();
    refused(ShelfRefusal.Kind.IS_RUNNING, () -> shelf.startShadow(version.sha256(), ANN, "Again"));
    refused(ShelfRefusal.Kind.NO_SHADOW, () -> shelf.endShadow(KIND, ANN, "End"));
  }

  @Test
  void database_keepsWhatIsOnTheShelf_evenFromThoseWhoCanWriteToIt() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from protocol.adoption"))
          .hasMessageContaining("Nothing on the shelf");
      assertThatThrownBy(() -> statement.execute("update protocol.table_version set version = '9'"))
          .hasMessageContaining("Nothing on the shelf");
    }
  }

  private void adoptElsewhere(TableVersion version) {
    otherNode.adopt(version.sha256(), SHIPPED, ANN, "Second");
  }

  private static void refused(ShelfRefusal.Kind kind, Runnable asking) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            ShelfRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  private ProtocolShelf node() {
    return new ProtocolShelf(
        new ShelfStore(database.dataSource(), area), InstantSource.fixed(NOON));
  }

  /**
   * The follow-up table with other hours for those who stay at home, under a version of its own.
   */
  private static byte[] file(String hours, String changed, String version) {
    byte[] table =
        changed(
            ProtocolFiles.bytes(KIND),
            "F30_withinHours\"><text>" + hours,
            "F30_withinHours\"><text>" + changed);
    return changed(table, "doorstep:version=\"1\"", "doorstep:version=\"%s\"".formatted(version));
  }

  private static byte[] changed(byte[] table, String from, String to) {
    String text = new String(table, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }
}
