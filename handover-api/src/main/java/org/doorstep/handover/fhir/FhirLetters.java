package org.doorstep.handover.fhir;

import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.letter.LetterTranslator;
import org.doorstep.handover.letter.Withdrawal;

/** Handovers to a practice as messages of UK Core. Thread-safe; the first use takes long. */
public final class FhirLetters implements LetterTranslator {
  @Override
  public byte[] write(HandoverLetter letter) {
    return Texts.write(LetterWriting.write(letter));
  }

  @Override
  public byte[] write(Withdrawal withdrawal) {
    return Texts.write(WithdrawalForm.write(withdrawal));
  }

  @Override
  public LetterReading read(byte[] message) {
    try {
      return LetterUnderstanding.read(Texts.read(message));
    } catch (Faulty e) {
      return new LetterReading.Refused(e.where(), e.sentence());
    } catch (RuntimeException e) {
      // A value that no letter may have, or a shape that the library chokes on; its words may
      // quote the message.
      return new LetterReading.Refused("Bundle", "A value is none that a handover may have.");
    }
  }
}
