package org.doorstep.handover.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.MessageDefinitions;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.referral.ReferralOffer.Window;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Reason;
import org.doorstep.handover.sample.SampleReferrals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: a patient is offered to a service by the national standard, and its answer is read. */
class ReferralMessageTest {
  private static final ReferralTranslator REFERRALS = new FhirReferrals();

  static Stream<ReferralMessage> messages() {
    return Stream.of(UseCase.values())
        .flatMap(
            useCase -> Stream.of(Step.values()).map(step -> SampleReferrals.of(useCase, step)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void write_everyUseCaseAndStep_validatesAgainstBarsUkCoreAndBaseR4(ReferralMessage message)
      throws IOException {
    byte[] written = REFERRALS.write(message);

    assertThat(Profiles.listFaults(written)).isEmpty();
    assertThat(MessageDefinitions.listFaults(written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void write_sameReferralAgain_givesTheSameBytes(ReferralMessage message) {
    assertThat(REFERRALS.write(message)).isEqualTo(REFERRALS.write(message));
  }

  static Stream<Arguments> replies() {
    return Stream.of(UseCase.COMMUNITY, UseCase.EMERGENCY)
        .flatMap(useCase -> Stream.of(Kind.values()).map(kind -> Arguments.of(useCase, kind)));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void writeReply_everyKind_validatesAgainstBarsUkCoreAndBaseR4(UseCase useCase, Kind kind)
      throws IOException {
    byte[] reply = reply(useCase, kind);

    assertThat(Profiles.listFaults(reply)).isEmpty();
    assertThat(MessageDefinitions.listFaults(reply)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void readReply_whatAServiceWrites_isTheSameReply(UseCase useCase, Kind kind) {
    ReferralReply expected = SampleReferrals.reply(SampleReferrals.of(useCase, Step.NEW), kind);

    assertThat(REFERRALS.readReply(reply(useCase, kind)))
        .isEqualTo(new ReplyReading.Understood(expected));
  }

  @Test
  void write_warning_hasAtmistInOrderAndTheExpectedArrival() {
    ReferralMessage warning = SampleReferrals.of(UseCase.EMERGENCY, Step.NEW);
    String written = new String(REFERRALS.write(warning), StandardCharsets.UTF_8);

    assertThat(written)
        .containsSubsequence(warning.offer().content().lines())
        .contains(
            "a1t5",
            "bars-message-servicerequest-request-referral",
            "\"end\":\"%s".formatted("2026-11-25T09:20:00.000+00:00"));
  }

  @Test
  void write_warningWithoutAnArrival_isValid() {
    ReferralMessage warning = SampleReferrals.of(UseCase.EMERGENCY, Step.NEW);
    Window open = new Window(warning.offer().window().offeredAt(), Optional.empty());
    ReferralMessage unknown =
        new ReferralMessage(
            warning.id(),
            warning.step(),
            warning.at(),
            of(warning.offer(), UseCase.EMERGENCY, open));

    assertThat(Profiles.listFaults(REFERRALS.write(unknown))).isEmpty();
  }

  @Test
  void offer_withoutTheTimeOfItsAnswer_isNone_andAWarningMayLackItsArrival() {
    ReferralOffer offer = offer().offer();
    Window open = new Window(offer.window().offeredAt(), Optional.empty());

    assertThatThrownBy(() -> of(offer, UseCase.COMMUNITY, open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by when an answer is due");
    assertThat(of(offer, UseCase.EMERGENCY, open).window().until()).isEmpty();
  }

  private static ReferralOffer of(ReferralOffer offer, UseCase useCase, Window window) {
    return new ReferralOffer(
        offer.names(), useCase, window, offer.parties(), offer.patient(), offer.content());
  }

  @Test
  void readReply_givenBackWithAnotherOutcome_isDeclined() {
    ReferralReply returned =
        new ReferralReply(
            new UUID(8, 8),
            new ReferralReply.Matching(Optional.of(offer().id()), Optional.empty()),
            new ReferralReply.Answer(
                Kind.DECLINED,
                Optional.of(new Reason(Reason.Code.RETURNED, Optional.of("Chest pain, send")))),
            offer().at(),
            new ReferralReply.Answerer("Oast", Optional.empty(), Optional.empty()));
    byte[] message = REFERRALS.writeReply(REFERRALS.write(offer()), returned);

    ReplyReading reading = REFERRALS.readReply(message);

    assertThat(reading)
        .isInstanceOfSatisfying(
            ReplyReading.Understood.class,
            understood -> assertThat(understood.reply().answer()).isEqualTo(returned.answer()));
  }

  @ParameterizedTest
  @CsvSource({
    "VALRESP01A, INTERIM, 86e3371d-1c15-4862-9552-d9560f8292ba",
    "VALRESP01B, ACCEPTED, b8465a28-89ce-4530-8234-6fbe4aef6001",
    "REFRESP02, DECLINED, c4b190d6-9623-4235-859d-e3d4c09d5658",
  })
  void readReply_officialExample_isWhatItsEncounterSays(String file, Kind kind, UUID of)
      throws IOException {
    ReplyReading reading = REFERRALS.readReply(official(file));

    assertThat(reading)
        .isInstanceOfSatisfying(
            ReplyReading.Understood.class,
            understood -> {
              assertThat(understood.reply().answer().kind()).isEqualTo(kind);
              assertThat(understood.reply().to().message()).contains(of);
              assertThat(understood.reply().to().referral())
                  .contains(UUID.fromString("236bb75d-90ef-461f-b71e-fde7f899802c"));
            });
  }

  @Test
  void readReply_aRequest_isRefusedInWords() {
    assertThat(REFERRALS.readReply(REFERRALS.write(offer())))
        .isEqualTo(
            new ReplyReading.Refused(
                "MessageHeader.event", "The message is no answer to a request."));
  }

  private static ReferralMessage offer() {
    return SampleReferrals.of(UseCase.COMMUNITY, Step.NEW);
  }

  private static byte[] reply(UseCase useCase, Kind kind) {
    ReferralMessage request = SampleReferrals.of(useCase, Step.NEW);
    return REFERRALS.writeReply(REFERRALS.write(request), SampleReferrals.reply(request, kind));
  }

  private static byte[] official(String start) throws IOException {
    Path folder =
        Path.of(System.getProperty("shared.data", "../../shared/data"))
            .resolve("fhir/bars/examples");
    boolean there = Files.isDirectory(folder);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The examples (%s) must be there where CI=true.".formatted(folder));
    }
    assumeTrue(there, "SKIPPED: the examples (%s) are not there.".formatted(folder));
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files.filter(f -> f.getFileName().toString().startsWith(start)).findFirst().orElseThrow();
      return Files.readAllBytes(file);
    }
  }
}
