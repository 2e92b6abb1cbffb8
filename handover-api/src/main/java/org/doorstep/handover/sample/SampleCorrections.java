package org.doorstep.handover.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterHead;
import org.doorstep.handover.letter.Medicine;
import org.doorstep.handover.letter.PracticeRequest;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.letter.Withdrawal;

/** What comes behind a letter or beside it: withdrawn, replaced, copied; invented like all. */
public final class SampleCorrections {
  private SampleCorrections() {}

  /** A letter is taken back; the same each time. */
  public static Withdrawal withdrawal(Withdrawal.Reason reason) {
    LetterHead of = letter().head();
    return new Withdrawal(
        DerivedId.of("sample-withdrawal", reason.name()),
        of.about(),
        of.from(),
        of.to(),
        of.writtenAt().plusSeconds(1_800),
        of.id(),
        reason,
        reason == Withdrawal.Reason.WRONG_RECEIVER
            ? Optional.empty()
            : Optional.of("Please destroy what you have printed."));
  }

  /** A letter with an addendum, which stands for the one before. */
  public static HandoverLetter replacing() {
    HandoverLetter first = letter();
    HandoverLetter anew = headed(first, "replacing", 3_600, Optional.of(first.head().id()));
    return with(
        anew,
        findings(
            anew.clinical(), history("Added by Alex Sample: The daughter has found the tablets.")),
        anew.request());
  }

  /** The copy for the practice in whose place out-of-hours care was asked. */
  public static HandoverLetter copy() {
    HandoverLetter first = letter();
    HandoverLetter copy = headed(first, "copy", 0, Optional.empty());
    return with(
        copy,
        findings(
            copy.clinical(),
            history(
                "Oast Out of Hours (invented) was asked to act by 25 Nov 2026 22:00, because the practice is closed until then.")),
        PracticeRequest.NONE);
  }

  /** A patient who was taken to hospital, with what was given and what came along. */
  public static HandoverLetter conveyed() {
    HandoverLetter acute = SampleLetters.of(Disposition.ACUTE, Kind.FOR_INFORMATION);
    HandoverLetter letter = headed(acute, "conveyed", 0, Optional.empty());
    Clinical with =
        findings(
            letter.clinical(),
            new Finding(
                Finding.Kind.SOCIAL, "Belongings, with the patient: Glasses", Optional.empty()),
            new Finding(Finding.Kind.SOCIAL, "Belongings, at home: Keys", Optional.empty()));
    Instant at = SampleLetters.CALLED.plusSeconds(1_800);
    List<Medicine> medicines =
        List.of(
            medicine(at, "Salbutamol", "5", "mg", "nebulised", Optional.of("SAMPLE-LOT-2")),
            medicine(at.plusSeconds(60), "Hydrocortisone", "100", "mg", "IV", Optional.empty()),
            medicine(
                at.plusSeconds(900), "Salbutamol", "2.5", "mg", "nebulised", Optional.empty()));
    return with(
        letter,
        new Clinical(with.observations(), with.findings(), with.treatments(), medicines),
        letter.request());
  }

  private static HandoverLetter letter() {
    return SampleLetters.of(Disposition.TREAT_AT_SCENE, Kind.ACTION_REQUESTED);
  }

  private static Medicine medicine(
      Instant at, String name, String dose, String unit, String route, Optional<String> batch) {
    return new Medicine(at, name, new Medicine.Dose(new BigDecimal(dose), unit), route, batch);
  }

  private static Finding history(String text) {
    return new Finding(Finding.Kind.HISTORY, text, Optional.empty());
  }

  private static Clinical findings(Clinical clinical, Finding... more) {
    return new Clinical(
        clinical.observations(),
        Stream.concat(clinical.findings().stream(), Stream.of(more)).toList(),
        clinical.treatments(),
        clinical.medicines());
  }

  private static HandoverLetter headed(
      HandoverLetter letter, String name, long laterSeconds, Optional<UUID> of) {
    LetterHead head = letter.head();
    return new HandoverLetter(
        new LetterHead(
            DerivedId.of("sample-letter", name),
            head.about(),
            head.from(),
            head.to(),
            head.writtenAt().plusSeconds(laterSeconds),
            head.author(),
            of),
        letter.patient(),
        letter.visit(),
        letter.clinical(),
        letter.outcome(),
        letter.request());
  }

  private static HandoverLetter with(
      HandoverLetter letter, Clinical clinical, PracticeRequest request) {
    return new HandoverLetter(
        letter.head(), letter.patient(), letter.visit(), clinical, letter.outcome(), request);
  }
}
