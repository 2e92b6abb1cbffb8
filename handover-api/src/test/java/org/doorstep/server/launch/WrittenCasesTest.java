package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.reference.Directory;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the written cases ({@code protocol/written-cases.txt}) come out as written, from what a
 * crew finds to the place that is named first.
 */
class WrittenCasesTest {
  private static final List<String> EXPECTED = List.of("row", "level", "class", "place", "notes");

  @Test
  void everyCase_comesOutAsWritten() throws IOException {
    ServiceDirectory directory = Directory.westKent().services();
    Map<String, Position> places = WrittenCase.places();
    List<String> wrong = new ArrayList<>();
    List<WrittenCase> cases = WrittenCase.cases();
    for (WrittenCase each : cases) {
      CareAnswer answer =
          CareAnswer.of(
              ProtocolFiles.westKent(),
              directory,
              each.file(places),
              PlaceDrives.straight(directory)::find);
      Map<String, String> actual = actual(answer);
      for (String cell : EXPECTED) {
        if (!each.cell(cell).equals(actual.get(cell))) {
          wrong.add(
              "%s: the %s is (%s), not (%s)"
                  .formatted(each.cell("case"), cell, actual.get(cell), each.cell(cell)));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(50);
  }

  private static Map<String, String> actual(CareAnswer answer) {
    CareResult care = answer.care();
    String notes =
        care.explanation().notes().stream()
            .map(CareResult.Note::row)
            .collect(Collectors.joining(" "));
    return Map.of(
        "row", care.explanation().reasons().get(0).row(),
        "level", care.outcome().level().name(),
        "class", care.outcome().destination().name(),
        "place", first(answer.destinations().orElseThrow()),
        "notes", notes.isEmpty() ? "-" : notes);
  }

  private static String first(DestinationRanking ranking) {
    return ranking.options().isEmpty() ? "-" : ranking.options().get(0).service().value();
  }
}
