package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.TestTables;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: a table is changed while the server runs: the next decision names its hash, the older
 * ones are made again under their own, and a version in the shadow is asked without being felt.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolTest {
  private static final String SHELF = "/api/areas/WEST_KENT/protocol";
  private static final String LEVEL =
      ProtocolFiles.compiled(TableKind.MINIMUM_LEVEL).identity().sha256();
  private static final String FOLLOW_UP =
      ProtocolFiles.compiled(TableKind.FOLLOW_UP).identity().sha256();
  private static final int ROUNDS_MAX = 60;

  /** A breath count that scores two: at home by the table that ships, not by a stricter one. */
  private static final String ROUND =
      """
      {'takenAt':'2026-11-25T12:%s:00Z',
       'breathing':{'respiratoryRate':22,'oxygenSaturation':97,'oxygen':{'given':false}},
       'circulation':{'systolicPressure':132,'pulse':78},
       'consciousness':'ALERT','temperatureTenths':368,'bedside':{}}""";

  private Contract contract;
  private TestServer server;
  private TestClient desk;
  private TestClient admin;
  private TestClient hub;

  @BeforeAll
  void start() throws Exception {
    contract = new Contract();
    // A day on which the shipped tables are not yet due for review, whichever day the test runs on.
    server =
        TestServer.start(
            new MovableClock(Instant.parse("2026-11-27T12:00:00Z")),
            TestServer.freshFolder(),
            Map.of());
    desk = server.client("desk1");
    admin = server.client("boss");
    server.addMember("hub1", Role.HUB, Optional.of(new ServiceId("NAVIGATION-HUB")));
    hub = server.client("hub1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void adoption_whileTheServerRuns_countsAtTheNextAssessmentAndNotForTheLast() throws Exception {
    Assessed before = assess();
    String sooner = load(TestTables.soonerFollowUp("sooner"));

    agreed("adoptTable", adopt(sooner, FOLLOW_UP, "Meeting of the clinical group"));
    Assessed after = assess();

    assertThat(patient(before)).contains(FOLLOW_UP).doesNotContain(sooner);
    assertThat(patient(after)).contains(sooner).doesNotContain(FOLLOW_UP);
    Answer again = agreed("decideAgain", hub.get(before.again()));
    assertThat(again.json().get("verdict")).isEqualTo("SAME");
    assertThat(String.valueOf(again.json().get("then"))).contains("withinHours=120");
    assertThat(String.valueOf(again.json().get("again")))
        .contains("withinHours=120", FOLLOW_UP, "changes=[]");
    assertThat(String.valueOf(again.json().get("today")))
        .contains("withinHours=96", sooner, "OTHER_FOLLOW_UP");

    agreed("adoptTable", adopt(FOLLOW_UP, sooner, "Back again"));
    assertThat(patient(assess())).contains(FOLLOW_UP);
  }

  @Test
  void shadow_ofAStricterTable_changesNoAnswerAndListsWhereItWould() throws Exception {
    String stricter = load(TestTables.stricterLevel("stricter"));
    agreed(
        "startShadow",
        admin.put(
            SHELF + "/shadows/minimum-level-of-care",
            Map.of("sha256", stricter, "reason", "Look for a week")));

    Assessed assessed = assess();

    assertThat(patient(assessed)).contains("TREAT_AT_SCENE", LEVEL);
    Answer found = awaitDifference(assessed.record());
    assertThat(found.text())
        .contains("MORE_CARE")
        .contains("\"level\":\"TREAT_AT_SCENE\"", "\"level\":\"HUB\"")
        .doesNotContain("Fennel");
    agreed("readDifferences", found);
    agreed(
        "endShadow",
        admin.post(SHELF + "/shadows/minimum-level-of-care/end", Map.of("reason", "Seen enough")));
    assertThat(hub.get(SHELF + "/differences?version=" + stricter).list("differences"))
        .isNotEmpty();
    assertThat(hub.get(SHELF + "/differences").text()).contains("\"differing\":");
  }

  @Test
  void load_ofATableThatCannotBeKept_namesRuleAndRow() throws Exception {
    Answer dead = post(TestTables.deadRow("dead"));
    Answer bomb =
        post("<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8));

    assertThat(dead.status()).isEqualTo(422);
    assertThat(dead.code()).isEqualTo("protocol-table-refused");
    assertThat(String.valueOf(dead.json().get("detail"))).contains("REACHED", "R40", "loaded.dmn");
    assertThat(String.valueOf(bomb.json().get("detail"))).contains("document type");
    assertThat(post(new byte[2_000_001]).status()).isEqualTo(413);
    assertThat(post("hello".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
  }

  @Test
  void load_ofOtherBytesUnderAKnownVersion_isRefused() throws Exception {
    load(TestTables.soonerFollowUp("same-name"));

    assertThat(post(TestTables.brokenFollowUp("same-name")).code())
        .isEqualTo("protocol-version-taken");
  }

  @Test
  void adoption_ofABrokenTable_isRefusedWithTheRuleAndTheInput() throws Exception {
    String broken = load(TestTables.brokenFollowUp("broken"));

    Answer refused = adopt(broken, FOLLOW_UP, "Anyway");

    assertThat(refused.code()).isEqualTo("protocol-rules-broken");
    assertThat(String.valueOf(refused.json().get("detail"))).contains("MONOTONE", "Input:");
    assertThat(adopt(broken, LEVEL, "Anyway").code()).isEqualTo("protocol-changed");
    assertThat(adopt(FOLLOW_UP, FOLLOW_UP, " ").json().get("pointer")).isEqualTo("/reason");
    assertThat(adopt("0".repeat(64), FOLLOW_UP, "x").code()).isEqualTo("protocol-version-unknown");
  }

  @Test
  void review_thatIsPast_isSaidBesideTheDecision() throws Exception {
    String overdue = load(TestTables.overdueWarning("overdue"));
    String shipped = ProtocolFiles.compiled(TableKind.PRE_ALERT).identity().sha256();
    agreed("adoptTable", adopt(overdue, shipped, "To see it"));

    assertThat(patient(assess())).contains("unconfirmed=[{table=pre-alert, version=overdue");

    agreed("adoptTable", adopt(shipped, overdue, "Seen"));
    assertThat(patient(assess())).contains("unconfirmed=[]");
  }

  @Test
  void shelf_toTheHub_isReadAndNotChanged() throws Exception {
    Answer shelf = agreed("readProtocol", hub.get(SHELF));

    assertThat(shelf.json().get("mayKeep")).isEqualTo(false);
    assertThat(shelf.list("tables")).hasSize(TableKind.values().length);
    agreed("checkTable", hub.get(SHELF + "/versions/" + LEVEL));
    assertThat(hub.get(SHELF + "/versions/" + LEVEL + "/file").text())
        .isEqualTo(
            new String(ProtocolFiles.bytes(TableKind.MINIMUM_LEVEL), StandardCharsets.UTF_8));
    assertThat(hub.post(SHELF + "/adoptions", Map.of()).status()).isEqualTo(403);
    assertThat(desk.get(SHELF).status()).isEqualTo(403);
    assertThat(hub.get(new Assessed(1, UUID.randomUUID()).again()).code())
        .isEqualTo("assessment-unknown");
  }

  /** An assessment that was answered. */
  private record Assessed(long incident, UUID record) {
    String again() {
      return "/api/areas/WEST_KENT/patients/%d/1/assessments/%s/again".formatted(incident, record);
    }
  }

  private Assessed assess() throws Exception {
    long incident =
        desk.command(
                "OpenIncident",
                json(
                    "{'call':{'complaint':'Fall','patients':[{'name':'Fennel Fictive','ageYears':84,"
                        + "'unidentified':false}]},'category':'C3',"
                        + "'place':{'lat':51.1932,'lon':0.3028}}"))
            .number("incident");
    crewReaches(incident);
    UUID key = Uuid7.at(Instant.now());
    Answer answer =
        desk.command(
            "RecordAssessment",
            json(
                "{'patient':{'incident':%d,'number':1},'assessment':{'patient':{'ageYears':84,'pregnant':false},'observations':[%s,%s],'findings':{'present':['SAFE_AT_HOME','FOLLOW_UP_NAMED','CARER_PRESENT','HAS_CAPACITY'],'absent':%s}}}"
                    .formatted(incident, ROUND.formatted("00"), ROUND.formatted("15"), absent())),
            key);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    desk.awaitBoard(answer.number("sequence"));
    return new Assessed(incident, key);
  }

  private void crewReaches(long incident) throws Exception {
    String unit = "P" + incident;
    desk.signOn(unit);
    String job = "'incident':%d,'unit':'%s'".formatted(incident, unit);
    Answer sent =
        desk.command(
            "AssignUnit",
            json("{%s,'overrideReason':'OTHER','saw':{'incident':1,'unit':1}}".formatted(job)));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    Answer there = desk.command("ReportJobStage", json("{%s,'stage':'AT_PATIENT'}".formatted(job)));
    assertThat(there.status()).as(there.text()).isEqualTo(200);
  }

  private static String absent() {
    return Arrays.stream(Finding.values())
        .map(Enum::name)
        .filter(
            name ->
                !List.of("SAFE_AT_HOME", "FOLLOW_UP_NAMED", "CARER_PRESENT", "HAS_CAPACITY")
                    .contains(name))
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String patient(Assessed assessed) throws Exception {
    return desk.get("/api/areas/WEST_KENT/patients").list("patients").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=" + assessed.incident() + ","))
        .findFirst()
        .orElseThrow();
  }

  private Answer awaitDifference(UUID record) throws Exception {
    Answer found = hub.get(SHELF + "/differences");
    try (TestClient.Stream stream = desk.stream()) {
      for (int i = 0; i < ROUNDS_MAX && !found.text().contains(record.toString()); i++) {
        stream.any();
        found = hub.get(SHELF + "/differences");
      }
    }
    assertThat(found.text()).contains(record.toString());
    return found;
  }

  private String load(byte[] table) throws Exception {
    Answer check = agreed("loadTable", post(table));
    return check.json().get("version") instanceof Map<?, ?> version
        ? String.valueOf(version.get("sha256"))
        : "";
  }

  private Answer post(byte[] table) throws Exception {
    return admin.postBytes(SHELF + "/versions?name=loaded.dmn", table);
  }

  private Answer adopt(String sha256, String saw, String reason) throws Exception {
    return admin.post(SHELF + "/adoptions", Map.of("sha256", sha256, "saw", saw, "reason", reason));
  }

  private Answer agreed(String operation, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(contract.faults(operation, 200, answer.contentType(), answer.text()))
        .as(operation)
        .isEmpty();
    return answer;
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
