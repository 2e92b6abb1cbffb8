package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.handover.bars.BarsWord.Reason;
import org.doorstep.handover.bars.BarsWord.Since;
import org.doorstep.handover.bars.BarsWord.Status;
import org.doorstep.handover.fhir.FhirResponses;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.MessageDefinitions;
import org.doorstep.handover.fhir.Profiles;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: a sender is told of each change in a message that is valid, whatever its own message was
 * like: against base R4, UK Core and BaRS, and the definition that it names.
 */
class ResponseMessageTest {
  private static final Instant AT = Instant.parse("2026-11-25T09:30:00Z");
  private static final FhirTranslator READING = new FhirTranslator();
  private static final FhirResponses WRITING = new FhirResponses();

  @Test
  void write_everyOfficialRequestAndStatus_isValid() throws IOException {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    List<String> faults = new ArrayList<>();
    int written = 0;
    for (String name : Examples.list()) {
      byte[] request = Examples.read(name);
      if (READING.read(request, Optional.empty()) instanceof BarsReading.Understood understood
          && !understood.message().isCancellation()) {
        for (Status status : Status.values()) {
          byte[] message = WRITING.write(request, response(understood.message(), status));
          written++;
          Profiles.listFaults(message)
              .forEach(fault -> faults.add("%s %s: %s".formatted(name, status, fault)));
          MessageDefinitions.listFaults(message)
              .forEach(fault -> faults.add("%s %s: %s".formatted(name, status, fault)));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(written).isGreaterThan(40);
  }

  @Test
  void writeBare_everyOfficialRequest_isValid() throws IOException {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    List<String> faults = new ArrayList<>();
    for (String name : Examples.list()) {
      byte[] request = Examples.read(name);
      if (READING.read(request, Optional.empty()) instanceof BarsReading.Understood understood) {
        byte[] message =
            WRITING.writeBare(request, response(understood.message(), Status.FINISHED));
        Profiles.listFaults(message).forEach(fault -> faults.add("%s: %s".formatted(name, fault)));
        MessageDefinitions.listFaults(message)
            .forEach(fault -> faults.add("%s: %s".formatted(name, fault)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void write_sameTwice_givesTheSameBytes() {
    byte[] request = new SampleMessage().json().getBytes(StandardCharsets.UTF_8);
    BarsMessage message = understood(request);

    assertThat(WRITING.write(request, response(message, Status.ARRIVED)))
        .isEqualTo(WRITING.write(request, response(message, Status.ARRIVED)));
  }

  @Test
  void write_sendersNumberThatFailsItsCheckDigit_doesNotGoBack() {
    SampleMessage sample = new SampleMessage();
    sample.patients.set(0, SampleMessage.patient("p1", "3478526985"));
    byte[] request = sample.json().getBytes(StandardCharsets.UTF_8);

    String text =
        new String(
            WRITING.write(request, response(understood(request), Status.ARRIVED)),
            StandardCharsets.UTF_8);

    assertThat(text).doesNotContain("3478526985").contains("Example").contains("\"arrived\"");
    assertThat(Profiles.listBaseFaults(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void write_echoesTheJourneyAndNamesTheMessageThatItAnswers() {
    SampleMessage sample = new SampleMessage();
    byte[] request = sample.json().getBytes(StandardCharsets.UTF_8);

    String text =
        new String(
            WRITING.write(request, response(understood(request), Status.CANCELLED)),
            StandardCharsets.UTF_8);

    assertThat(text.split("EpisodeOfCare/journey-1", -1)).hasSize(3);
    assertThat(text)
        .contains("\"response\":{\"identifier\":\"%s\",\"code\":\"ok\"}".formatted(sample.bundle))
        .contains("\"code\":\"OTH\"")
        .contains("\"endpoint\":\"%s\"".formatted(sample.source));
  }

  private static BarsMessage understood(byte[] request) {
    return ((BarsReading.Understood) READING.read(request, Optional.empty())).message();
  }

  static BarsResponse response(BarsMessage message, Status status) {
    List<Since> history = new ArrayList<>(List.of(new Since(Status.PLANNED, AT)));
    if (status != Status.PLANNED) {
      history.add(new Since(status, AT.plusSeconds(60)));
    }
    Optional<Reason> reason =
        status == Status.CANCELLED
            ? Optional.of(new Reason(Reason.Code.OTHER, "Called off; nobody was sent."))
            : Optional.empty();
    return new BarsResponse(
        new UUID(0x8000, 0x8000_0000_0000_0001L),
        request(message),
        new BarsResponse.Ours(
            new AreaId("WEST_KENT"), new IncidentId(7), new UUID(0x8000, 0x8000_0000_0000_0002L)),
        new BarsResponse.Us("ZZ900", "Doorstep (invented trust)", "2000000900", true),
        new BarsWord(
            status,
            reason,
            Category.C3,
            Optional.of("Less urgent than it was thought; an ambulance is wanted."),
            Optional.of("hub1"),
            history),
        AT.plusSeconds(60));
  }

  private static BarsCase request(BarsMessage message) {
    BarsVersion version =
        new BarsVersion(
            new BarsVersion.Names(
                message.envelope().digest(),
                message.envelope().sender(),
                message.request().id(),
                message.envelope().bundle()),
            new BarsVersion.Asked(
                message.request().purpose(),
                message.request().useCase(),
                message.request().status()),
            new RecordId(new UUID(1, 2)),
            AT,
            Optional.empty(),
            Optional.of(new IncidentId(7)));
    return new BarsCase(message.envelope().sender(), message.request().id(), List.of(version));
  }
}
