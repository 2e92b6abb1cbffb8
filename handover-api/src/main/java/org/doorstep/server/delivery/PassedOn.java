package org.doorstep.server.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a person has passed a message on instead of its channel.
 *
 * @param to whom, by name; 1 to 200 characters
 * @param at when that was, not when it was put down
 * @param words what was agreed, if anything is to be said of it
 */
public record PassedOn(Way way, String to, Instant at, Optional<String> words) {
  private static final int NAME_LENGTH_MAX = 200;
  private static final int WORDS_LENGTH_MAX = 2_000;
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  /** The ways there are. */
  public enum Way {
    TELEPHONE("By telephone"),
    PRINT("On paper"),
    EMAIL("By e-mail");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  public PassedOn {
    to = to.strip();
    if (to.isEmpty() || to.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "The receiver must be named in 1 to %d characters.".formatted(NAME_LENGTH_MAX));
    }
    if (words.filter(text -> text.length() > WORDS_LENGTH_MAX).isPresent()) {
      throw new IllegalArgumentException(
          "The words must have %d characters at most.".formatted(WORDS_LENGTH_MAX));
    }
  }

  /** The same in a sentence, as the area keeps it. */
  String sentence() {
    return "%s to %s, %s%s"
        .formatted(
            way.words(), to, READABLE.format(at), words.map(text -> ": " + text).orElse("."));
  }

  @Override
  public String toString() {
    return "PassedOn[" + way + ", masked]";
  }
}
