package org.doorstep.server;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;

/** Files of shipped decision tables with something changed, each under a version of its own. */
public final class TestTables {
  private static final String[] SHIPPED_VERSIONS = {
    "doorstep:version=\"1\"", "doorstep:version=\"2\""
  };

  private TestTables() {}

  /** Nobody with a score of two stays at home: rows R40 and R99 share the inputs otherwise. */
  public static byte[] stricterLevel(String version) {
    return changed(
        TableKind.MINIMUM_LEVEL, version, "R40_news2\"><text>&lt;= 2", "R40_news2\"><text>&lt;= 1");
  }

  /** The practice sees whoever stays at home within four days instead of five. */
  public static byte[] soonerFollowUp(String version) {
    return changed(
        TableKind.FOLLOW_UP, version, "F30_withinHours\"><text>120", "F30_withinHours\"><text>96");
  }

  /** A table that breaks a rule: who refuses is seen later than who does not. */
  public static byte[] brokenFollowUp(String version) {
    return changed(
        TableKind.FOLLOW_UP, version, "F11_withinHours\"><text>24", "F11_withinHours\"><text>96");
  }

  /** A table with a row that can never decide. */
  public static byte[] deadRow(String version) {
    return changed(
        TableKind.MINIMUM_LEVEL,
        version,
        "R33_sameDayCriteria\"><text>true",
        "R33_sameDayCriteria\"><text>-");
  }

  /** A table whose review is long past. */
  public static byte[] overdueWarning(String version) {
    String text =
        new String(
            changed(
                TableKind.PRE_ALERT,
                version,
                "doorstep:review=\"2027-05-26\"",
                "doorstep:review=\"2026-01-01\""),
            StandardCharsets.UTF_8);
    return text.replace("doorstep:effective=\"2026-11-26\"", "doorstep:effective=\"2025-01-01\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] changed(TableKind kind, String version, String from, String to) {
    String text = new String(ProtocolFiles.bytes(kind), StandardCharsets.UTF_8);
    if (!text.contains(from)) {
      throw new AssertionError("The table does not hold " + from);
    }
    text = text.replace(from, to);
    for (String shipped : SHIPPED_VERSIONS) {
      text = text.replace(shipped, "doorstep:version=\"%s\"".formatted(version));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
