package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.handover.fhir.AnswerValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: every official message, posted unmodified, is stored as received and answered: on the
 * board with place, category and flags, or refused with an outcome that says what is wrong.
 *
 * <p>The table {@code bars/official-messages.txt} is the specification: each message alone, posted
 * to an area that knows nothing yet.
 */
@ExtendWith(InboxWorld.Provided.class)
class BarsOfficialMessagesTest {
  private static final String TABLE = "/bars/official-messages.txt";

  private final InboxWorld.Stand stand;

  BarsOfficialMessagesTest(InboxWorld.Stand stand) {
    this.stand = stand;
  }

  static Stream<String> messages() {
    return Examples.areThere() ? Examples.list().stream() : Stream.of("ABSENT");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void receive_officialMessage_becomesWhatTheTableSays(String name) {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    byte[] body = Examples.read(name);
    InboxWorld world = new InboxWorld(stand);

    BarsAnswer answer = world.post(body);

    assertThat(line(world, answer)).isEqualTo(table().get(file(name)));
    assertThat(AnswerValidator.listErrors(answer.body())).isEmpty();
    assertThat(answer.contentType()).contains(name.endsWith(".xml") ? "xml" : "json");
    assertThat(kept(world)).isEqualTo(body);
  }

  @Test
  void receive_allOfficialMessagesInOneArea_eachIsAnsweredAndNoneBreaksAnother() {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    InboxWorld world = new InboxWorld(stand);
    for (String name : Examples.list()) {
      BarsAnswer first = world.post(Examples.read(name));
      int incidents = world.incidents().size();

      assertThat(world.post(Examples.read(name))).as(name).isEqualTo(first);
      assertThat(world.incidents()).as(name).hasSize(incidents);
      assertThat(first.httpStatus()).as(name).isIn(200, 404, 422, 501);
    }
  }

  @Test
  void receive_threeMessagesOfOneCase_areOneIncidentWithItsUpdates() {
    InboxWorld world = new InboxWorld(stand);
    for (String part : List.of("C2(1 of 3", "C2(2 of 3", "C2(3 of 3")) {
      assertThat(world.post(example(part)).httpStatus()).isEqualTo(200);
    }

    assertThat(world.incidents()).hasSize(1);
    assertThat(world.incidents().get(0).report().flags())
        .containsExactly(
            Flag.PLACE_MISSING,
            Flag.PATIENT_UNIDENTIFIED,
            Flag.NHS_NUMBER_SUSPECT,
            Flag.SENDER_UPDATED);
    assertThat(world.calls()).hasSize(3);
  }

  @Test
  void receive_requestThenItsUpdateAndCancellation_areOneIncident() {
    InboxWorld world = new InboxWorld(stand);
    for (String part : List.of("VALREQ01", "VALREQ02", "SERVREQ01")) {
      assertThat(world.post(example(part)).httpStatus()).isEqualTo(200);
    }

    assertThat(world.incidents()).hasSize(1);
    assertThat(world.incidents().get(0).triage().category()).isEqualTo(Category.C3);
    assertThat(world.incidents().get(0).report().flags())
        .contains(Flag.SENDER_UPDATED, Flag.SENDER_CALLED_OFF, Flag.SCENE_SAFETY_UNKNOWN);
  }

  private static byte[] example(String part) {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    return Examples.read(
        Examples.list().stream().filter(name -> name.contains(part)).findFirst().orElseThrow());
  }

  @Test
  void table_namesEveryExampleAndNoOther() {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");

    assertThat(table().keySet())
        .containsExactlyElementsOf(
            Examples.list().stream().map(BarsOfficialMessagesTest::file).sorted().toList());
  }

  private static String line(InboxWorld world, BarsAnswer answer) {
    List<Incident> incidents = world.incidents();
    if (incidents.isEmpty()) {
      return answer.httpStatus() + " | refused | - | - | -";
    }
    assertThat(incidents).hasSize(1);
    Incident incident = incidents.get(0);
    String place = incident.report().place().isPresent() ? "place" : "no place";
    String flags =
        incident.report().flags().stream().map(Flag::name).collect(Collectors.joining(" "));
    return "%d | opened | %s | %s | %s"
        .formatted(answer.httpStatus(), incident.triage().category(), place, flags);
  }

  private static byte[] kept(InboxWorld world) {
    String id = world.queries("select entry from message.received where area = ?").get(0);
    return world.record.find(new RecordId(UUID.fromString(id))).orElseThrow();
  }

  /** What is expected of each file, by its name. */
  private static Map<String, String> table() {
    try (InputStream in =
        Objects.requireNonNull(BarsOfficialMessagesTest.class.getResourceAsStream(TABLE))) {
      Map<String, String> table = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(
              line -> {
                String[] parts = line.split("\\|", 2);
                String[] cells = parts[1].split("\\|", -1);
                table.put(
                    parts[0].strip(),
                    Stream.of(cells).map(String::strip).collect(Collectors.joining(" | ")));
              });
      return table;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
