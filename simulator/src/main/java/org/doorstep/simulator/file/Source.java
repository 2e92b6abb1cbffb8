package org.doorstep.simulator.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a file, with the name by which messages call it.
 *
 * @param text at most {@link #LENGTH_MAX} characters
 */
public record Source(String name, String text) {
  /** Far more than anybody writes by hand; bounds what a wrong file can cost. */
  public static final int LENGTH_MAX = 1_000_000;

  public Source {
    if (text.length() > LENGTH_MAX) {
      throw tooLarge(name, text.length());
    }
  }

  /**
   * Reads a file.
   *
   * @throws FileFault if it cannot be read, is too large or not in UTF-8
   */
  public static Source of(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      long size = Files.size(file);
      // No character takes more than four bytes.
      if (size > 4L * LENGTH_MAX) {
        throw tooLarge(name, size);
      }
      return of(name, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new FileFault(file.toString(), "is not there");
    } catch (IOException e) {
      throw new FileFault(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Of the bytes of a file.
   *
   * @throws FileFault if they are too many or not UTF-8
   */
  public static Source of(String name, byte[] bytes) {
    try {
      return new Source(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new FileFault(name, "must be text in UTF-8");
    }
  }

  private static FileFault tooLarge(String name, long size) {
    return new FileFault(
        name, "is too large: %d characters, at most %d".formatted(size, LENGTH_MAX));
  }
}
