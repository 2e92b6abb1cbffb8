package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.MapInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a map folder of an OpenStreetMap extract. */
@Command(
    name = "import-map",
    mixinStandardHelpOptions = true,
    description = "Make a map folder of an OpenStreetMap extract (.osm.pbf, .osm, .osm.gz).")
public final class ImportMapCommand implements Callable<Integer> {
  @Option(names = "--osm", required = true, paramLabel = "FILE", description = "The extract.")
  private @Nullable Path osm;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "The map folder. A map that is there is replaced when the new one is whole; anything else is left alone.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Path file = Given.required(osm, "--osm");
    Path folder = Given.required(out, "--out");
    MapInfo info = MapImport.run(file, folder, words -> tell(words));
    if (json) {
      System.out.println(new String(RecordJson.write(info), StandardCharsets.UTF_8));
    } else {
      System.out.printf(
          "%s: %d junctions, %d stretches of road, in %s%n",
          info.name(), info.nodes(), info.edges(), folder);
    }
    return 0;
  }

  private void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }
}
