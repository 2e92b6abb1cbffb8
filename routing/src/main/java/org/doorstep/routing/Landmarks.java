package org.doorstep.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a caller may name that is neither road nor settlement: points of interest, addresses,
 * postcodes, and the junctions of motorways. Kept as a text file beside the graph, and read only to
 * make a gazetteer.
 *
 * @param points in the order of the file they came from
 * @param exits junctions with a number, once for each carriageway
 */
public record Landmarks(List<Landmark> points, List<Exit> exits) {
  static final String FILE = "landmarks.tsv.gz";
  private static final String POINT = "point";

  public Landmarks {
    points = List.copyOf(points);
    exits = List.copyOf(exits);
  }

  /**
   * A junction that signs give a number.
   *
   * @param road number of the road, such as "M25"
   * @param number such as "5" or "1a"
   * @param name or empty
   */
  public record Exit(String road, String number, String name, GeoPoint at) {}

  /** Reads them out of an extract, in two passes, or three where areas are made of many lines. */
  static Landmarks read(Path osm) {
    return new LandmarkReader(osm).read();
  }

  void write(Path folder) throws IOException {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(FILE))),
            StandardCharsets.UTF_8)) {
      for (Landmark each : points) {
        Address it = each.address();
        out.write(
            line(
                POINT,
                each.category(),
                it.name(),
                it.house(),
                it.street(),
                it.settlement(),
                it.postcode(),
                Scenery.text(it.at())));
      }
      for (Exit exit : exits) {
        out.write(line("exit", exit.road, exit.number, exit.name, Scenery.text(exit.at)));
      }
    }
  }

  /**
   * Reads what an import has left in a folder.
   *
   * @throws MapFault if it is not there or damaged
   */
  public static Landmarks load(Path folder) {
    List<Landmark> points = new ArrayList<>();
    List<Exit> exits = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(FILE))),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] it = line.split("\t", -1);
        if (it[0].equals(POINT)) {
          Address at = new Address(it[2], it[3], it[4], it[5], it[6], Scenery.point(it[7]));
          points.add(new Landmark(it[1], at));
        } else {
          exits.add(new Exit(it[1], it[2], it[3], Scenery.point(it[4])));
        }
      }
      return new Landmarks(points, exits);
    } catch (IOException | RuntimeException e) {
      throw new MapFault("The map in (%s) is damaged: its %s.".formatted(folder, FILE), e);
    }
  }

  private static String line(String... fields) {
    return Stream.of(fields).map(Scenery::clean).collect(Collectors.joining("\t", "", "\n"));
  }
}
