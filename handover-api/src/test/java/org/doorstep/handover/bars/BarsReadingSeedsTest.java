package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.fhir.FhirTranslator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: no mutilation of a message makes reading or answering fail on our side. */
class BarsReadingSeedsTest {
  private static final FhirTranslator TRANSLATOR = new FhirTranslator();
  private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|-?\\d+\\.\\d+");
  private static final List<String> ODD =
      List.of(
          "\"\"",
          "null",
          "7",
          "-1e9",
          "true",
          "[]",
          "{}",
          "[null]",
          "\"\\u0000\"",
          "\"0000-00-00\"",
          "\"urn:uuid:p1\"",
          "\"2026\"",
          "{\"a\": [{}]}",
          "\"\\uD83D\"",
          "\"99999999999999999999\"");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void read_valuesReplacedAtRandom_neverFails(long seed) {
    Random random = new Random(seed);
    SampleMessage sample = new SampleMessage();
    sample.extra.add(SampleMessage.flag("SS", "U"));
    String json = sample.json();
    int understood = 0;
    for (int round = 0; round < 400; round++) {
      String body = mutilate(json, random, 1 + random.nextInt(3));
      BarsReading reading =
          TRANSLATOR.read(body.getBytes(StandardCharsets.UTF_8), Optional.empty());
      if (reading instanceof BarsReading.Refused refused) {
        assertThat(refused.fault().kind()).as("seed %d: %s", seed, body).isNotEqualTo(Kind.FAILED);
      } else {
        understood++;
        check(((BarsReading.Understood) reading).message());
      }
    }
    assertThat(understood).isPositive();
  }

  /** What an inbox would do with it must work as well. */
  private static void check(BarsMessage message) {
    assertThat(new CallWriting(message).opening(List.of()).toJson()).isNotEmpty();
    assertThat(message.envelope().sender()).matches("[a-z0-9._@:|-]{1,100}");
    assertThat(String.join("", message.request().keys())).doesNotContain("\u0000");
  }

  private static String mutilate(String json, Random random, int times) {
    String body = json;
    for (int i = 0; i < times; i++) {
      List<Integer> starts = VALUE.matcher(body).results().map(found -> found.start()).toList();
      Matcher matcher = VALUE.matcher(body);
      int start = starts.get(random.nextInt(starts.size()));
      if (matcher.find(start)) {
        String odd = ODD.get(random.nextInt(ODD.size()));
        boolean isName = body.startsWith("\":", matcher.end() - 1);
        body =
            body.substring(0, start) + (isName ? "\"odd\"" : odd) + body.substring(matcher.end());
      }
    }
    return body;
  }
}
