package org.doorstep.handover.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: a letter that must not be used is taken back by a message that names the letter and not
 * the patient; one with something added says which it stands for.
 */
class WithdrawalMessageTest {
  private static final LetterTranslator LETTERS = new FhirLetters();
  private static final HandoverLetter LETTER =
      SampleLetters.of(Disposition.TREAT_AT_SCENE, Kind.FOR_INFORMATION);

  static Stream<Withdrawal> withdrawals() {
    return Stream.of(Withdrawal.Reason.values())
        .flatMap(
            reason ->
                Stream.of(
                    withdrawal(reason, Optional.empty()),
                    withdrawal(reason, Optional.of("Mixed up with a neighbour."))));
  }

  @ParameterizedTest
  @MethodSource("withdrawals")
  void write_ofEachReason_validatesAgainstUkCoreAndBaseR4(Withdrawal withdrawal) {
    assertThat(Profiles.listFaults(LETTERS.write(withdrawal))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withdrawals")
  void read_whatWasWritten_isTheSame(Withdrawal withdrawal) {
    assertThat(LETTERS.read(LETTERS.write(withdrawal)))
        .isEqualTo(new LetterReading.Withdrawn(withdrawal));
  }

  @ParameterizedTest
  @MethodSource("withdrawals")
  void write_ofAWithdrawal_namesNoPatient(Withdrawal withdrawal) {
    String message = new String(LETTERS.write(withdrawal), StandardCharsets.UTF_8);

    assertThat(message)
        .contains(LETTER.head().id().toString())
        .doesNotContain("\"Patient\"")
        .doesNotContain(LETTER.patient().name().orElseThrow().given())
        .doesNotContain(LETTER.patient().nhs().orElseThrow().number());
  }

  @Test
  void letterThatReplacesAnother_validatesAndSaysWhich() {
    LetterHead head = LETTER.head();
    HandoverLetter second =
        new HandoverLetter(
            new LetterHead(
                new UUID(8, 9),
                head.about(),
                head.from(),
                head.to(),
                head.writtenAt().plusSeconds(3_600),
                head.author(),
                Optional.of(head.id())),
            LETTER.patient(),
            LETTER.visit(),
            LETTER.clinical(),
            LETTER.outcome(),
            LETTER.request());

    assertThat(Profiles.listFaults(LETTERS.write(second))).isEmpty();
    assertThat(LETTERS.read(LETTERS.write(second))).isEqualTo(new LetterReading.Understood(second));
  }

  private static Withdrawal withdrawal(Withdrawal.Reason reason, Optional<String> words) {
    LetterHead head = LETTER.head();
    return new Withdrawal(
        new UUID(8, 8),
        head.about(),
        head.from(),
        head.to(),
        Instant.parse("2026-11-27T09:30:00Z"),
        head.id(),
        reason,
        words);
  }
}
