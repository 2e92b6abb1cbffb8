package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.place.AddressImport;
import org.doorstep.routing.place.BadValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the operator's own addresses into a map folder. */
@Command(
    name = "import-addresses",
    mixinStandardHelpOptions = true,
    description = {
      "Take the operator's own addresses into a map folder, in place of those taken before.",
      "A server that runs knows them after its next start.",
      "",
      "The file is comma-separated values in UTF-8 with a header. Columns, in any order and case:",
      "  id (or uprn, reference)",
      "  name (house_name, building_name, organisation)",
      "  house (number, house_number, building_number)",
      "  street (road, street_name, thoroughfare)",
      "  settlement (town, city, post_town, locality)",
      "  postcode (post_code, postal_code)",
      "  latitude and longitude (lat, lon, lng) in degrees of WGS 84, or",
      "  easting and northing (x_coordinate, y_coordinate) in metres of the national grid",
      "Others are left out. A line needs a place, and a name or a house with its street.",
      "Bad lines are listed and left out; more than a tenth, and nothing is taken."
    })
public final class ImportAddressesCommand implements Callable<Integer> {
  @Option(names = "--map", required = true, paramLabel = "DIR", description = "The map folder.")
  private @Nullable Path map;

  @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The addresses.")
  private @Nullable Path csv;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Path folder = Given.required(map, "--map");
    Path file = Given.required(csv, "--csv");
    AddressImport.Report report = AddressImport.run(folder, file, words -> tell(words));
    if (json) {
      System.out.println(new String(RecordJson.write(report), StandardCharsets.UTF_8));
      return 0;
    }
    report.faults().stream().map(BadValue::text).forEach(System.out::println);
    System.out.printf(
        "%d of %d addresses kept in %s; %d are bad, %d lie off the map%n",
        report.kept(), report.rows(), folder, report.bad(), report.offMap());
    return 0;
  }

  private void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }
}
