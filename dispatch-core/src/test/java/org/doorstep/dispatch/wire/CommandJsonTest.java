package org.doorstep.dispatch.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.engine.RandomArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: commands travel as JSON, and what is wrong with one is named by place and rule. */
class CommandJsonTest {
  private static final String GOOD =
      "{'incident':1042,'unit':'A117','recommendation':2,'saw':{'incident':3,'unit':7}}";

  @Test
  void anyCommand_writtenAndRead_isTheSame() {
    Seeds.each(
        20,
        seed -> {
          World world = new World();
          RandomArea area = new RandomArea(world, seed);
          for (int i = 0; i < 100; i++) {
            Command command = area.next();
            assertThat(CommandJson.read(CommandJson.write(command))).isEqualTo(command);
            world.offer(command);
          }
        });
  }

  @ParameterizedTest(name = "{1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'incident':1042 | 'incident':0           | INVALID_VALUE | /incident     | The incident (0) must be 1 or more.",
        "'incident':1042 | 'incident':'x'         | INVALID_VALUE | /incident     | This must be a whole number.",
        "'incident':1042 | 'incident':10.5        | INVALID_VALUE | /incident     | This must be a whole number.",
        "'unit':'A117'   | 'unit':'a 1'           | INVALID_VALUE | /unit         | The unit (a 1) must match [A-Z0-9][A-Z0-9-]{0,15}.",
        "'unit':'A117',  | ''                      | MISSING_FIELD | /unit         | This field must be there.",
        "'unit':7        | 'unit':0               | INVALID_VALUE | /saw          | The seen unit version (0) must be 1 or more.",
        "'unit':7        | 'unit':7,'area':1      | UNKNOWN_FIELD | /saw/area     | This field is not known here; the fields are incident, unit.",
        "'unit':7}       | 'unit':7},'quotes':[]  | UNKNOWN_FIELD | /quotes       | This field is not known here; the fields are head, incident, unit, recommendation, overrideReason, saw.",
        "'unit':7}       | 'unit':7},'overrideReason':'WHIM' | INVALID_VALUE | /overrideReason | This must be one of LOCAL_KNOWLEDGE, CLINICAL_NEED, CREW_WELFARE, COVER, CONTINUITY, CREW_OFFERED, NO_RECOMMENDATION, OTHER.",
        "'unit':7}       | 'unit':7}} {}          | MALFORMED     | ''            | Nothing may follow after the first JSON value.",
        "'saw':          | 'saw':{'a':            | MALFORMED     | ''            | This must be JSON; it stops being so at line 1, column 93."
      },
      quoteCharacter = '"')
  void read_faultyBody_namesPlaceAndRule(
      String part, String faulty, WireFault.Kind kind, String place, String rule) {
    String body = GOOD.replace(part, faulty.replace("''", "")).replace('\'', '"');

    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            WireFault.class,
            fault -> {
              assertThat(fault.place()).isEqualTo(place.replace("''", ""));
              assertThat(fault.rule()).startsWith(rule.substring(0, Math.min(40, rule.length())));
              assertThat(fault.kind()).isEqualTo(kind);
            });
  }

  @Test
  void read_goodBody_isTheCommand() {
    assertThat(read(GOOD.replace('\'', '"'))).isInstanceOf(Command.AssignUnit.class);
  }

  @Test
  void parse_deepNesting_isRefusedWithoutRunningOutOfStack() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JsonTree.parse(deep)).isInstanceOf(WireFault.class);
  }

  @Test
  void parse_fieldTwice_isRefused() {
    byte[] twice = "{\"unit\":\"A1\",\"unit\":\"A2\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JsonTree.parse(twice)).isInstanceOf(WireFault.class);
  }

  private static Command read(String body) {
    return CommandJson.read(
        "AssignUnit",
        new World().head(),
        JsonTree.parseObject(body.getBytes(StandardCharsets.UTF_8)));
  }
}
