package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.RoutingBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What drive times cost on a map. */
@Command(
    name = "routing",
    mixinStandardHelpOptions = true,
    description = {
      "What drive times cost on a map, on one thread, beside GraphHopper in the same run.",
      "Every figure includes putting its places onto roads. Without a prefix: on blue lights."
    })
final class BenchRoutingCommand implements Callable<Integer> {
  @Option(
      names = "--map",
      required = true,
      paramLabel = "DIR",
      description = "A folder that import-map has made.")
  private @Nullable Path map;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (RoadNetwork roads = RoadNetwork.open(Given.required(map, "--map"))) {
      Map<String, Number> figures =
          RoutingBench.run(
              roads,
              words -> {
                if (!json) {
                  System.out.println(words);
                }
              });
      if (json) {
        System.out.println(new String(RecordJson.write(figures), StandardCharsets.UTF_8));
      } else {
        figures.forEach((name, value) -> System.out.printf("%-40s %12s%n", name, value));
      }
    }
    return 0;
  }
}
