package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.bench.EngineBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands per second of one area, made durable. */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    description = "Commands per second from offer to durable, beside a bare transaction.")
final class BenchEngineCommand implements Callable<Integer> {
  @Option(names = "--data", paramLabel = "DIR", description = "Default: a temporary folder.")
  private @Nullable Path data;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "Time for each figure. Default: ${DEFAULT-VALUE}.")
  private int seconds = 5;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path given = data;
    Path folder = given == null ? Files.createTempDirectory("doorstep-bench-") : given;
    try (Database database = Database.embedded(folder)) {
      EngineBench.Result result =
          new EngineBench(database, InstantSource.system(), seconds)
              .run(
                  words -> {
                    if (!json) {
                      System.out.println(words);
                    }
                  });
      print(result);
    } finally {
      if (given == null) {
        Folders.delete(folder);
      }
    }
    return 0;
  }

  private void print(EngineBench.Result result) {
    if (json) {
      System.out.println(new String(RecordJson.write(result), StandardCharsets.UTF_8));
      return;
    }
    System.out.printf("bare transaction: %,.0f a second%n", result.bareTransactionsPerSecond());
    for (EngineBench.Level level : result.levels()) {
      System.out.printf(
          "%,6d waiting: %,8.0f commands a second, p50 %.2f ms, p99 %.2f ms, %.2f of bare%n",
          level.waiting(),
          level.commandsPerSecond(),
          level.commandP50Millis(),
          level.commandP99Millis(),
          level.commandsPerSecond() / result.bareTransactionsPerSecond());
    }
  }
}
