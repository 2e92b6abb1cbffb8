package org.doorstep.dispatch.shell.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.proof.TableProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE: a table with a hole, a clash, a dead row or a question that nobody can answer is not
 * kept; one that breaks another rule is kept to be looked at, and never decides.
 */
class TableGateTest {
  @ParameterizedTest
  @EnumSource(TableKind.class)
  void load_shippedTable_isKeptAndMayDecide(TableKind kind) {
    DecisionTable table = TableGate.load(kind.id(), ProtocolFiles.bytes(kind));

    assertThat(table).isEqualTo(ProtocolFiles.compiled(kind));
    assertThat(TableGate.adoptionFaults(table, ProtocolFiles.westKent())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRE_ALERT|A99_level\"><text>-|A99_level\"><text>\"HUB\"|TOTAL|No row decides",
        "RESPONSE_PLAN|\"C1\", \"HCP1\"|\"C1\", \"HCP1\", \"C2\"|DETERMINED|S20",
        "MINIMUM_LEVEL|R33_sameDayCriteria\"><text>true|R33_sameDayCriteria\"><text>-|REACHED|R40",
        "MINIMUM_LEVEL|lifeThreat|bloodGroup|bloodGroup|none that it can be told",
        "MINIMUM_LEVEL|version=\"2\"|version=\"two words\"|two words|version",
        "FOLLOW_UP|F30_withinHours\"><text>120|F30_withinHours\"><text>9000|F30|9000",
        "FOLLOW_UP|encoding=\"UTF-8\"|encoding=\"UTF-16\"|UTF-8|refused.dmn",
      })
  void load_whatCannotBeKept_isRefusedWithRuleAndRow(
      TableKind kind, String from, String to, String rule, String row) {
    byte[] table = Tables.shipped(kind, from, to);

    assertThatThrownBy(() -> TableGate.load("refused.dmn", table))
        .isInstanceOf(ProtocolFault.class)
        .hasMessageContaining("refused.dmn")
        .hasMessageContaining(rule)
        .hasMessageContaining(row);
  }

  @Test
  void load_documentTypeInAnotherEncoding_isRefusedUnread() {
    byte[] bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>".getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> TableGate.load("bomb.dmn", bomb))
        .isInstanceOf(ProtocolFault.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOLLOW_UP|F11_withinHours\"><text>24|F11_withinHours\"><text>96|MONOTONE",
        "FOLLOW_UP|F90_withinHours\"><text>24|F90_withinHours\"><text>96|MISSING",
        "MINIMUM_LEVEL|R22_redFlag\"><text>true|R22_redFlag\"><text>false|RED_FLAG",
        "DESTINATION_CLASS|D30_destination\"><text>\"URGENT_COMMUNITY_RESPONSE\"|D30_destination\"><text>\"HOME\"|HOME",
      })
  void adoption_ofATableThatBreaksARule_hasFaultsWithAnInput(
      TableKind kind, String from, String to, String rule) {
    DecisionTable table = TableGate.load("kept.dmn", Tables.shipped(kind, from, to));

    List<TableProof.Fault> faults = TableGate.adoptionFaults(table, ProtocolFiles.westKent());

    assertThat(faults).anyMatch(fault -> fault.rule().equals(rule) && !fault.example().isEmpty());
  }
}
