package org.doorstep.handover.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Puts paragraphs on sheets of A4 with a head and a foot, and writes them as a tagged document. */
final class Sheets {
  private static final float MARGIN = 54;
  private static final float HEAD_POINTS = 9.5f;
  private static final float OUTLINE_POINTS = 0.4f;
  private static final float RULE_POINTS = 0.7f;
  private static final float TOP = PDRectangle.A4.getHeight() - 80;
  private static final float BOTTOM = 64;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final Frame frame;
  private final PDDocument document;
  private final Type type;
  private final Tags tags;

  /**
   * What stands on every sheet, and what the document says of itself.
   *
   * @param whose the patient
   */
  record Frame(String title, String whose, String foot, UUID id, Instant writtenAt) {
    @Override
    public String toString() {
      return "Frame[" + id + ", masked]";
    }
  }

  /** One line on a sheet; the block's number joins the lines of a paragraph. */
  private record Line(int block, Block.Kind kind, String text, float y) {}

  private Sheets(Frame frame, PDDocument document) throws IOException {
    this.frame = frame;
    this.document = document;
    this.type = Type.in(document);
    this.tags = new Tags(document, "en-GB");
  }

  static byte[] write(Frame frame, List<Block> blocks) {
    try (PDDocument document = new PDDocument()) {
      Sheets sheets = new Sheets(frame, document);
      sheets.describe();
      sheets.draw(sheets.laid(blocks));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The letter (%s) cannot be put on paper.".formatted(frame.id()), e);
    }
  }

  /** Nothing here is of the moment, so that the same letter gives the same bytes. */
  private void describe() {
    document.setDocumentId(frame.id().getMostSignificantBits());
    Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.UK);
    at.setTimeInMillis(frame.writtenAt().toEpochMilli());
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(frame.title());
    about.setCreator("Doorstep");
    about.setCreationDate(at);
  }

  private List<List<Line>> laid(List<Block> blocks) {
    List<List<Line>> sheets = new ArrayList<>();
    List<Line> sheet = new ArrayList<>();
    float y = TOP;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block.Kind kind = block.kind();
      y -= sheet.isEmpty() ? 0 : kind.above();
      // A heading is never the last on its sheet.
      float needed = kind.lineHeight() * (kind.leads() ? 3 : 1);
      for (String text : type.wrapped(block.text(), kind.points(), WIDTH)) {
        if (y - needed < BOTTOM) {
          sheets.add(sheet);
          sheet = new ArrayList<>();
          y = TOP;
        }
        y -= kind.lineHeight();
        sheet.add(new Line(i, kind, text, y));
      }
      y -= kind.below();
    }
    sheets.add(sheet);
    return sheets;
  }

  private void draw(List<List<Line>> sheets) throws IOException {
    for (int i = 0; i < sheets.size(); i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      tags.begin(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        frame(content, i + 1, sheets.size());
        for (Line line : sheets.get(i)) {
          content.beginMarkedContent(
              COSName.getPDFName(line.kind().tag()), tags.next(line.block(), line.kind().tag()));
          // There is one weight of the type: headings are drawn with an outline.
          content.setRenderingMode(
              line.kind().leads() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
          content.setLineWidth(OUTLINE_POINTS);
          text(content, line.text(), MARGIN, line.y(), line.kind().points());
          content.endMarkedContent();
        }
      }
      tags.end();
    }
    tags.finish();
  }

  private void frame(PDPageContentStream content, int number, int of) throws IOException {
    float height = PDRectangle.A4.getHeight();
    content.beginMarkedContent(COSName.ARTIFACT);
    String whose = type.wrapped(frame.whose(), HEAD_POINTS, WIDTH).get(0);
    text(content, whose, MARGIN, height - 46, HEAD_POINTS);
    rule(content, height - 54);
    rule(content, 50);
    String foot = type.wrapped(frame.foot(), HEAD_POINTS - 2, WIDTH).get(0);
    text(content, foot, MARGIN, 36, HEAD_POINTS - 2);
    String page = "Page %d of %d".formatted(number, of);
    float left = MARGIN + WIDTH - type.width(page, HEAD_POINTS);
    text(content, page, left, 36, HEAD_POINTS);
    content.endMarkedContent();
  }

  private void text(PDPageContentStream content, String words, float x, float y, float points)
      throws IOException {
    content.beginText();
    content.setFont(type.font(), points);
    content.newLineAtOffset(x, y);
    content.showText(words);
    content.endText();
  }

  private static void rule(PDPageContentStream content, float y) throws IOException {
    content.setLineWidth(RULE_POINTS);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
  }
}
