package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.routing.place.Found;
import org.junit.jupiter.api.Test;

/** FEATURE: whatever kind of place is found, the contract names it and the board has a word. */
class PlaceKindsTest {
  private static final List<String> KINDS =
      Stream.of(Found.Kind.values(), Station.Kind.values())
          .flatMap(Stream::of)
          .map(Object::toString)
          .toList();

  @Test
  void contract_namesEveryKind() throws IOException {
    String schema = between("/openapi/doorstep.yaml", "    FoundPlace:", "        lat:");

    assertThat(List.of(between(schema, "enum: \\[", "\\]").split(", ", -1)))
        .containsExactlyElementsOf(KINDS);
  }

  @Test
  void board_hasAWordForEveryKind() throws IOException {
    String words = between("/screens/shared/words.js", "PLACE_KINDS = \\{", "\\};");

    assertThat(Pattern.compile("^ +(\\w+): '", Pattern.MULTILINE).matcher(words).results())
        .extracting(match -> match.group(1))
        .containsExactlyElementsOf(KINDS);
  }

  private static String between(String source, String from, String to) throws IOException {
    String text = source.startsWith("/") ? read(source) : source;
    Matcher matcher = Pattern.compile(from + "(.*?)" + to, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as("%s to %s", from, to).isTrue();
    return matcher.group(1);
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = PlaceKindsTest.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
