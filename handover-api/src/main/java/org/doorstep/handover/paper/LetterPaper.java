package org.doorstep.handover.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.LetterSection;
import org.doorstep.handover.letter.LetterWords;
import org.doorstep.handover.letter.NhsIdentity;

/**
 * A handover letter as PDF: A4, tagged, of the very lines that the page and the message have. Whose
 * it is stands on every sheet, with the number of the sheet, so that a sheet that was mislaid can
 * be put back.
 *
 * <p>The same letter gives the same bytes. The font comes with the library; a character that it
 * lacks is shown as a question mark. Thread-safe.
 */
public final class LetterPaper {
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private LetterPaper() {}

  /** The letter as a PDF. */
  public static byte[] write(HandoverLetter letter) {
    return Sheets.write(
        new Sheets.Frame(
            "Ambulance handover to the practice",
            whose(letter.patient()),
            foot(letter),
            letter.head().id(),
            letter.head().writtenAt()),
        blocks(letter));
  }

  /** All that is on the paper between head and foot, in the order in which it is read. */
  static List<Block> blocks(HandoverLetter letter) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(Block.Kind.TITLE, "Ambulance handover to the practice"));
    for (String line : head(letter)) {
      blocks.add(new Block(Block.Kind.TEXT, line));
    }
    section(blocks, "What is asked of you", LetterWords.asked(letter.request()));
    for (LetterSection section : LetterSection.list(letter)) {
      section(blocks, section.heading(), section.lines());
    }
    section(
        blocks,
        "Signed",
        List.of(
            "%s, %s"
                .formatted(
                    LetterWords.person(letter.head().author()), words(letter.head().writtenAt()))));
    return blocks;
  }

  private static List<String> head(HandoverLetter letter) {
    List<String> lines = new ArrayList<>();
    lines.add("From: " + letter.head().from().name());
    lines.add("To: %s (%s)".formatted(letter.head().to().name(), letter.head().to().odsCode()));
    lines.add("Written: " + words(letter.head().writtenAt()));
    if (letter.head().from().invented() || letter.head().to().invented()) {
      lines.add("Test data: nobody in this letter exists.");
    }
    return lines;
  }

  private static void section(List<Block> blocks, String heading, List<String> lines) {
    blocks.add(new Block(Block.Kind.HEADING, heading));
    // A text of several lines stays one paragraph for each of them.
    lines.stream()
        .flatMap(String::lines)
        .forEach(line -> blocks.add(new Block(Block.Kind.TEXT, line)));
  }

  private static String whose(LetterPatient patient) {
    String name =
        patient
            .name()
            .map(each -> each.family() + ", " + each.given())
            .orElse(patient.isUnidentified() ? "Patient NOT identified" : "Name not known");
    Optional<String> born = patient.birthDate().map(day -> "born " + DAY.format(day));
    Optional<String> number =
        patient.nhs().map(NhsIdentity::number).map(each -> "NHS number " + spaced(each));
    return name
        + born.map(words -> " · " + words).orElse("")
        + " · "
        + number.orElse("no NHS number");
  }

  /** As it is written by hand and read out: 999 000 0107. */
  private static String spaced(String number) {
    return "%s %s %s"
        .formatted(number.substring(0, 3), number.substring(3, 6), number.substring(6));
  }

  private static String foot(HandoverLetter letter) {
    return "Letter %s · incident %d, patient %d"
        .formatted(
            letter.head().id(), letter.head().about().incident(), letter.head().about().patient());
  }

  private static String words(Instant at) {
    return READABLE.format(at);
  }
}
