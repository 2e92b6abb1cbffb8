package org.doorstep.handover.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The type of one document: the library's own font, of which what is used is embedded. */
final class Type {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String UNKNOWN = "?";
  private static final float PER_EM = 1_000;

  private final PDFont font;
  private final CmapLookup known;

  private Type(PDFont font, CmapLookup known) {
    this.font = font;
    this.known = known;
  }

  static Type in(PDDocument document) throws IOException {
    TrueTypeFont file = parsed();
    return new Type(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
  }

  private static TrueTypeFont parsed() throws IOException {
    try (InputStream in = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), FONT)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }

  PDFont font() {
    return font;
  }

  /** What can be shown of a text: a character without a shape becomes a question mark. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(each -> Character.isWhitespace(each) ? ' ' : each)
        .forEach(
            each -> {
              if (known.getGlyphId(each) == 0) {
                shown.append(UNKNOWN);
              } else {
                shown.appendCodePoint(each);
              }
            });
    return shown.toString();
  }

  /** How wide a text that can be shown is, in points. */
  float width(String text, float points) {
    try {
      return font.getStringWidth(text) / PER_EM * points;
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read.", e);
    }
  }

  /** Breaks a text into lines that are no wider; a word that is wider alone is broken anywhere. */
  List<String> wrapped(String text, float points, float widest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : shown(text).strip().split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, points) <= widest) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(broken(word, points, widest, lines));
    }
    lines.add(line.toString());
    return lines;
  }

  /** Adds what fills lines of its own, and returns the rest. */
  private String broken(String word, float points, float widest, List<String> lines) {
    StringBuilder part = new StringBuilder();
    for (int each : word.codePoints().toArray()) {
      int before = part.length();
      part.appendCodePoint(each);
      if (before > 0 && width(part.toString(), points) > widest) {
        lines.add(part.substring(0, before));
        part.delete(0, before);
      }
    }
    return part.toString();
  }
}
