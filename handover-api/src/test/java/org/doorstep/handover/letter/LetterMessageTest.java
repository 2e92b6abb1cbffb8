package org.doorstep.handover.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: what the practice is told leaves as a valid message and loses nothing on the way. */
class LetterMessageTest {
  private static final LetterTranslator LETTERS = new FhirLetters();

  static Stream<HandoverLetter> letters() {
    return Stream.concat(
        Stream.of(Disposition.values())
            .flatMap(
                disposition ->
                    Stream.of(Kind.values()).map(kind -> SampleLetters.of(disposition, kind))),
        Stream.of(SampleLetters.unidentified()));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void write_everyDispositionAndKind_validatesAgainstUkCoreAndBaseR4(HandoverLetter letter) {
    byte[] message = LETTERS.write(letter);

    assertThat(Profiles.listFaults(message)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void read_whatWasWritten_isTheSameLetter(HandoverLetter letter) {
    LetterReading reading = LETTERS.read(LETTERS.write(letter));

    assertThat(reading).isEqualTo(new LetterReading.Understood(letter));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void write_sameLetterAgain_givesTheSameBytes(HandoverLetter letter) {
    assertThat(LETTERS.write(letter)).isEqualTo(LETTERS.write(letter));
  }
}
