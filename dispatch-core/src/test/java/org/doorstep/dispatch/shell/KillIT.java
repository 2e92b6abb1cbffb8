package org.doorstep.dispatch.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.Answered;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.dispatch.shell.log.LogFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: kill -9 under load loses no acknowledged command, puts no unit on two jobs and leaves
 * the chain of hashes whole. Three rounds by default, twenty with the profile {@code campaign}.
 */
class KillIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final int ACKS_MIN = 200;
  private static final int ACKS_SPREAD = 2_000;

  private final Map<UUID, Long> acknowledged = new TreeMap<>();

  @Test
  @Timeout(1_200)
  void kill_embedded_losesNothing(@TempDir Path folder) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      runAndKill(round, "embedded", folder.toString());
    }
    try (Database database = Database.embedded(folder)) {
      requireNothingLost("embedded", database);
    }
  }

  @Test
  @Timeout(1_200)
  void kill_external_losesNothing(@TempDir Path folder) throws Exception {
    // A server of this process: to the one that is killed it is somebody else's.
    try (Database database = Database.embedded(folder)) {
      for (int round = 1; round <= ROUNDS; round++) {
        runAndKill(100 + round, "external", database.url());
        requireNothingLost("external", database);
      }
    }
  }

  private void runAndKill(long seed, String mode, String where) throws IOException {
    int killAfter = ACKS_MIN + new Random(seed).nextInt(ACKS_SPREAD);
    Path errors = Files.createTempFile(Path.of("target"), "kill-target-", ".log");
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    KillTarget.class.getName(),
                    mode,
                    where,
                    Long.toString(seed)))
            .redirectError(errors.toFile())
            .start();
    int acks = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("ACK ") && line.matches("ACK [0-9a-f-]{36} \\d+")) {
          String[] words = line.split(" ", -1);
          acknowledged.put(UUID.fromString(words[1]), Long.parseLong(words[2]));
          acks++;
        }
        if (acks == killAfter) {
          // By the handle: the process object would close the stream with what was already said.
          process.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    assertThat(acks)
        .as("acknowledged before the kill of seed %d, see %s", seed, Files.readString(errors))
        .isGreaterThanOrEqualTo(killAfter);
  }

  private void requireNothingLost(String mode, Database database) throws SQLException, LogFault {
    LogAudit.Report report = LogAudit.of(database.dataSource(), World.AREA);
    AreaLog log = new AreaLog(database.dataSource(), World.AREA);
    List<CommandId> ids = new ArrayList<>();
    acknowledged.keySet().forEach(id -> ids.add(new CommandId(id)));
    Map<UUID, Answered> stored = log.findAnswers(ids);
    System.out.printf(
        "kill -9 (%s): %d rounds, %d commands acknowledged, %d lost, %d events, %d findings%n",
        mode,
        ROUNDS,
        acknowledged.size(),
        acknowledged.size() - stored.size(),
        report.events(),
        report.findings().size());

    assertThat(report.findings()).isEmpty();
    assertThat(stored.keySet()).isEqualTo(acknowledged.keySet());
    stored.forEach(
        (id, answered) -> assertThat(answered.reply().sequence()).isEqualTo(acknowledged.get(id)));
  }
}
