package org.doorstep.dispatch.shell.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.protocol.TableKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a table outside the stated subset is refused at load, and the row is named. */
class DmnFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R32_news2\"><text>&lt;= 2|R32_news2\"><text>[0..2.5]|R32|news2",
        "R32_news2\"><text>&lt;= 2|R32_news2\"><text>&gt; longLie|R32|news2",
        "R32_news2\"><text>&lt;= 2|R32_news2\"><text>not(7)|R32|news2",
        "R32_news2\"><text>&lt;= 2|R32_news2\"><text>[5..2]|R32|news2",
        "R20_news2\"><text>&gt;= 7|R20_news2\"><text>abs(7)|R20|news2",
        "R20_news2\"><text>&gt;= 7|R20_news2\"><text>7, null|R20|news2",
        "R10_lifeThreat\"><text>true|R10_lifeThreat\"><text>? = true|R10|lifeThreat",
        "R10_hubFirst\"><text>false|R10_hubFirst\"><text>1 = 1|R10|hubFirst",
      })
  void read_cellOutsideTheSubset_isRefusedWithRowAndColumn(
      String from, String to, String row, String column) {
    byte[] table = Tables.shipped(TableKind.MINIMUM_LEVEL, from, to);

    assertThatThrownBy(() -> DmnFile.read("changed.dmn", table))
        .isInstanceOf(ProtocolFault.class)
        .hasMessageContaining("changed.dmn")
        .hasMessageContaining(row)
        .hasMessageContaining(column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hitPolicy=\"FIRST\"|hitPolicy=\"ANY\"|ANY",
        "hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\" aggregation=\"COUNT\"|COUNT",
        "doorstep:approver=|doorstep:other=|approver",
        "doorstep:review=\"2027-05-26\"|doorstep:review=\"soon\"|review",
        "annotation name=\"words\"|annotation name=\"other\"|R10",
        "rule id=\"R11\"|rule id=\"eleven\"|eleven",
        "<definitions|<!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:/etc/hosts\">]><definitions|type",
      })
  void read_tableOutsideTheSubset_isRefusedWithTheReason(String from, String to, String reason) {
    byte[] table = Tables.shipped(TableKind.MINIMUM_LEVEL, from, to);

    assertThatThrownBy(() -> DmnFile.read("changed.dmn", table))
        .isInstanceOf(ProtocolFault.class)
        .hasMessageContaining(reason);
  }

  @Test
  void read_notATable_isRefused() {
    assertThatThrownBy(() -> DmnFile.read("x.dmn", "hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ProtocolFault.class)
        .hasMessageContaining("x.dmn");
  }

  @Test
  void read_shippedTables_sayWhoseTheyAre() {
    for (TableKind kind : ProtocolFiles.SHIPPED) {
      var table = ProtocolFiles.dmn(kind).table();
      assertThat(table.identity().id()).isEqualTo(kind.id());
      assertThat(table.origin().approver()).contains("needs clinical approval");
      assertThat(table.rows()).allSatisfy(row -> assertThat(row.source()).isNotBlank());
    }
  }
}
