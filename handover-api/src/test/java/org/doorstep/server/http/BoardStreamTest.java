package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Event;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: boards follow the log without a gap, all the same events; crews see their own job only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardStreamTest {
  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    server.addCrew("crew1", "A1");
    server.addCrew("crew2", "A2");
    desk.signOn("A1");
    desk.signOn("A2");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void stream_twoBoards_tellTheSameEventsInOneChain() throws Exception {
    try (TestClient.Stream first = desk.stream();
        TestClient.Stream second = server.client("desk2").stream()) {
      // Something may have happened between the two: they are held together from the later one.
      long begin = Math.max(snapshot(first), snapshot(second));
      desk.open("Fall", "C3", 51.19, 0.27);

      List<Event> told = deltas(first, begin, 2);

      assertThat(deltas(second, begin, 2)).extracting(Event::id).isEqualTo(ids(told));
      long previous = begin;
      for (Event delta : told) {
        assertThat(delta.number("prev")).isEqualTo(previous);
        previous = delta.number("sequence");
      }
    }
  }

  @Test
  void stream_resumedWithinTheRing_missesNothingAndRepeatsNothing() throws Exception {
    String last;
    long sequence;
    try (TestClient.Stream stream = desk.stream()) {
      Event snapshot = stream.next();
      last = snapshot.id();
      sequence = snapshot.number("sequence");
    }
    awaitRanked(desk.open("Burn", "C3", 51.19, 0.27));
    awaitRanked(desk.open("Cut", "C4", 51.19, 0.27));

    try (TestClient.Stream stream = desk.stream("Last-Event-ID", last)) {
      List<Event> missed = deltas(stream, sequence, 2);
      assertThat(missed.get(0).name()).isEqualTo("delta");
      assertThat(missed.get(0).number("prev")).isEqualTo(sequence);
    }
  }

  @Test
  void stream_resumedFromAnotherLog_beginsAnew() throws Exception {
    for (String last : List.of("00000000-0000-0000-0000-000000000000-3", "nonsense", "")) {
      try (TestClient.Stream stream = desk.stream("Last-Event-ID", last)) {
        assertThat(stream.next().name()).isEqualTo("snapshot");
      }
    }
  }

  @Test
  void stream_ofACrew_showsItsOwnJobOnly() throws Exception {
    long mine = desk.open("Chest pain", "C2", 51.19, 0.27);
    long other = desk.open("Somebody else's words", "C2", 51.2, 0.28);
    try (TestClient.Stream crew = server.client("crew1").stream()) {
      Event snapshot = crew.next();
      assertThat(snapshot.list("incidents")).isEmpty();
      assertThat(snapshot.list("units")).hasSize(1);

      send(mine, "A1");
      Event told = crew.next();
      while (told.name().equals("delta") && told.list("incidents").isEmpty()) {
        told = crew.next();
      }

      assertThat(told.list("incidents")).hasSize(1);
      assertThat(told.data().toString()).contains("Chest pain").doesNotContain("Somebody else");
    }
    assertThat(server.client("crew2").board().text())
        .doesNotContain("Chest pain")
        .doesNotContain("Somebody else");
    assertThat(other).isGreaterThan(mine);
  }

  @Test
  void positions_reportedByACrew_areToldWithinASecondOrTwo() throws Exception {
    TestClient crew = server.client("crew2");
    try (TestClient.Stream stream = desk.stream()) {
      snapshot(stream);
      Map<String, Object> fix = new LinkedHashMap<>();
      fix.put("unit", "A2");
      fix.put("lat", 51.201);
      fix.put("lon", 0.281);
      crew.post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)));

      Event told = stream.next();
      while (!told.name().equals("positions")) {
        told = stream.next();
      }

      assertThat(told.list("positions").toString()).contains("A2, 51.201, 0.281");
    }
  }

  /** Waits until units have been ranked for it: from then on nothing happens to it by itself. */
  private void awaitRanked(long incident) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      while (desk.board().list("incidents").stream()
          .map(String::valueOf)
          .noneMatch(
              each ->
                  each.contains("incident=" + incident + ",")
                      && each.contains("asking=false")
                      && each.contains("recommendation="))) {
        stream.any();
      }
    }
  }

  private void send(long incident, String unit) throws Exception {
    TestClient.Answer sent =
        desk.command(
            "AssignUnit",
            """
            {"incident":%d,"unit":"%s","overrideReason":"LOCAL_KNOWLEDGE",
             "saw":{"incident":1,"unit":1}}"""
                .formatted(incident, unit));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
  }

  private static long snapshot(TestClient.Stream stream) throws Exception {
    Event event = stream.next();
    assertThat(event.name()).isEqualTo("snapshot");
    return event.number("sequence");
  }

  /** The deltas up to so many events after a sequence, however they were put together. */
  private static List<Event> deltas(TestClient.Stream stream, long begin, int events)
      throws Exception {
    List<Event> deltas = new ArrayList<>();
    long reached = begin;
    while (reached < begin + events) {
      Event event = stream.next();
      if (event.name().equals("delta") && event.number("sequence") > begin) {
        deltas.add(event);
        reached = event.number("sequence");
      }
    }
    return deltas;
  }

  private static List<String> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }
}
