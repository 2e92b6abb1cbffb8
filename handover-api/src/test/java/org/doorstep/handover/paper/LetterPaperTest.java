package org.doorstep.handover.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterSection;
import org.doorstep.handover.letter.LetterWords;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: a letter on paper says line by line what the page and the message say, on sheets that
 * each name the patient, and can be read aloud in its order.
 */
class LetterPaperTest {
  private static final HandoverLetter LETTER =
      SampleLetters.of(Disposition.COMMUNITY, Kind.ACTION_REQUESTED);

  static Stream<HandoverLetter> letters() {
    return Stream.concat(
        Stream.of(Disposition.values())
            .flatMap(
                disposition ->
                    Stream.of(Kind.values()).map(kind -> SampleLetters.of(disposition, kind))),
        Stream.of(SampleLetters.unidentified(), longOne()));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void write_anyLetter_hasEveryLineOfItInOrder(HandoverLetter letter) throws IOException {
    List<String> lines = new ArrayList<>(LetterWords.asked(letter.request()));
    for (LetterSection section : LetterSection.list(letter)) {
      lines.add(section.heading());
      lines.addAll(section.lines());
    }

    String read = flat(read(letter));
    int from = 0;
    for (String line : lines) {
      int found = read.indexOf(flat(line), from);
      assertThat(found).as("(%s) in (%s)", line, read).isNotNegative();
      from = found + flat(line).length();
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void write_anyLetter_namesThePatientAndTheSheetOnEverySheet(HandoverLetter letter)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(LetterPaper.write(letter))) {
      int sheets = document.getNumberOfPages();
      for (int sheet = 1; sheet <= sheets; sheet++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        String text = stripper.getText(document);
        assertThat(text).contains("Page %d of %d".formatted(sheet, sheets));
        assertThat(text)
            .contains(
                letter
                    .patient()
                    .nhs()
                    .map(nhs -> "NHS number " + nhs.number().substring(0, 3) + " ")
                    .orElse("no NHS number"));
        assertThat(text)
            .contains(letter.patient().name().map(name -> name.family()).orElse("NOT identified"));
        assertThat(document.getPage(sheet - 1).getMediaBox()).hasToString(a4());
      }
    }
  }

  @Test
  void write_longLetter_fillsSeveralSheets() throws IOException {
    try (PDDocument document = Loader.loadPDF(LetterPaper.write(longOne()))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void write_sameLetterAgain_givesTheSameBytesAndFewOfThem(HandoverLetter letter) {
    byte[] paper = LetterPaper.write(letter);

    assertThat(LetterPaper.write(letter)).isEqualTo(paper);
    assertThat(paper.length).isLessThan(120_000);
  }

  @Test
  void write_aLetter_isTaggedWithItsLanguageTitleAndHeadings() throws IOException {
    try (PDDocument document = Loader.loadPDF(LetterPaper.write(LETTER))) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Ambulance handover to the practice");
      PDStructureElement whole =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
      List<String> tags =
          whole.getKids().stream()
              .map(kid -> ((PDStructureElement) kid).getStructureType())
              .toList();
      assertThat(tags).startsWith("H1", "P").contains("H2");
      assertThat(tags).hasSize(LetterPaper.blocks(LETTER).size());
      assertThat(Collections.frequency(tags, "H2"))
          .isEqualTo(2 + LetterSection.list(LETTER).size());
      for (PDPage page : document.getPages()) {
        assertThat(page.getCOSObject().containsKey(COSName.STRUCT_PARENTS)).isTrue();
      }
    }
  }

  @Test
  void write_lettersBeyondTheWestern_areShownWhereTheFontHasThem() throws IOException {
    HandoverLetter letter = with("Wałęsa, Ωμέγα, Žižek; 漢; emoji \uD83D\uDE00.");

    assertThat(flat(read(letter))).contains(flat("Wałęsa, Ωμέγα, Žižek; ?; emoji ?."));
  }

  @Test
  void write_drawn_canBeLookedAt() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/screenshots"));
    try (PDDocument document = Loader.loadPDF(LetterPaper.write(LETTER))) {
      BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(0, 90);
      Path file = folder.resolve("letter-paper.png");
      assertThat(ImageIO.write(drawn, "png", file.toFile())).isTrue();
      assertThat(drawn.getHeight()).isGreaterThan(drawn.getWidth());
    }
  }

  private static String a4() {
    return PDRectangle.A4.toString();
  }

  private static String read(HandoverLetter letter) throws IOException {
    try (PDDocument document = Loader.loadPDF(LetterPaper.write(letter))) {
      StringBuilder text = new StringBuilder();
      for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        List<String> lines = stripper.getText(document).lines().toList();
        // Without the head and the foot, which every sheet repeats.
        lines.stream()
            .filter(line -> !line.contains("NHS number") || line.contains("("))
            .filter(line -> !line.startsWith("Letter ") && !line.matches(".*Page \\d+ of \\d+"))
            .forEach(line -> text.append(line).append(' '));
      }
      return text.toString();
    }
  }

  /** Where lines are broken is the paper's business. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static HandoverLetter with(String... findings) {
    Clinical all = LETTER.clinical();
    List<Finding> more = new ArrayList<>(all.findings());
    for (String text : findings) {
      more.add(new Finding(Finding.Kind.EXAMINATION, text, Optional.empty()));
    }
    return new HandoverLetter(
        LETTER.head(),
        LETTER.patient(),
        LETTER.visit(),
        new Clinical(all.observations(), more, all.treatments(), all.medicines()),
        LETTER.outcome(),
        LETTER.request());
  }

  private static HandoverLetter longOne() {
    return with(
        Stream.iterate(1, i -> i + 1)
            .limit(90)
            .map(i -> "Finding %d: ".formatted(i) + "as was seen and felt ".repeat(1 + i % 8))
            .toArray(String[]::new));
  }
}
