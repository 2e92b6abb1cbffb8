package org.doorstep.routing;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * What a map shows beside its roads: named places and rivers. Kept as a small text file beside the
 * graph, which holds roads only.
 *
 * @param places in the order of the file they came from
 * @param waters lines of rivers and canals
 */
public record Scenery(List<NamedPlace> places, List<Water> waters) {
  private static final String FILE = "scenery.tsv.gz";
  private static final Set<String> PLACES =
      Set.of("city", "town", "village", "hamlet", "suburb", "neighbourhood");
  private static final Set<String> WATERS = Set.of("river", "canal");

  /** A settlement or a part of one; the kind is the value of OpenStreetMap's {@code place}. */
  public record NamedPlace(String name, String kind, GeoPoint at) {}

  /** A river or canal; the name may be empty. */
  public record Water(String name, List<GeoPoint> line) {}

  /** Reads the scenery of an extract: ways first, because nodes come before them in the file. */
  static Scenery read(Path osm) {
    Map<Long, GeoPoint> wanted = new HashMap<>();
    Set<Long> nodeIds = new TreeSet<>();
    List<ReaderWay> ways = new ArrayList<>();
    each(
        osm,
        element -> {
          if (element instanceof ReaderWay way && WATERS.contains(way.getTag("waterway", ""))) {
            ways.add(way);
            for (int i = 0; i < way.getNodes().size(); i++) {
              nodeIds.add(way.getNodes().get(i));
            }
          }
        });
    List<NamedPlace> places = new ArrayList<>();
    each(
        osm,
        element -> {
          if (element instanceof ReaderNode node) {
            if (nodeIds.contains(node.getId())) {
              wanted.put(node.getId(), new GeoPoint(node.getLat(), node.getLon()));
            }
            findPlace(node).ifPresent(places::add);
          }
        });
    return new Scenery(places, waters(ways, wanted));
  }

  private static Optional<NamedPlace> findPlace(ReaderNode node) {
    String name = node.getTag("name", "");
    String kind = node.getTag("place", "");
    return name.isEmpty() || !PLACES.contains(kind)
        ? Optional.empty()
        : Optional.of(new NamedPlace(name, kind, new GeoPoint(node.getLat(), node.getLon())));
  }

  private static List<Water> waters(List<ReaderWay> ways, Map<Long, GeoPoint> nodes) {
    List<Water> waters = new ArrayList<>();
    for (ReaderWay way : ways) {
      List<GeoPoint> line = new ArrayList<>();
      for (int i = 0; i < way.getNodes().size(); i++) {
        GeoPoint at = nodes.get(way.getNodes().get(i));
        if (at != null) {
          line.add(at);
        }
      }
      if (line.size() > 1) {
        waters.add(new Water(way.getTag("name", ""), line));
      }
    }
    return waters;
  }

  /** Reads a file once: nodes, then ways, then relations. */
  static void each(Path osm, Consumer<ReaderElement> consumer) {
    try (OSMInputFile in = new OSMInputFile(osm.toFile())) {
      in.setWorkerThreads(1).open();
      ReaderElement element = in.getNext();
      while (element != null) {
        consumer.accept(element);
        element = in.getNext();
      }
    } catch (IOException | XMLStreamException e) {
      throw new MapFault("The file (%s) cannot be read.".formatted(osm), e);
    }
  }

  void write(Path folder) throws IOException {
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(FILE))),
            StandardCharsets.UTF_8)) {
      for (NamedPlace place : places) {
        out.write("place\t%s\t%s\t%s%n".formatted(clean(place.name), place.kind, text(place.at)));
      }
      for (Water water : waters) {
        List<String> line = water.line.stream().map(Scenery::text).toList();
        out.write("water\t%s\t%s%n".formatted(clean(water.name), String.join(" ", line)));
      }
    }
  }

  /**
   * Reads what {@link #write} has left.
   *
   * @throws MapFault if it is not there or damaged
   */
  static Scenery load(Path folder) {
    List<NamedPlace> places = new ArrayList<>();
    List<Water> waters = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(FILE))),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals("place")) {
          places.add(new NamedPlace(fields[1], fields[2], point(fields[3])));
        } else {
          waters.add(
              new Water(
                  fields[1], Stream.of(fields[2].split(" ", -1)).map(Scenery::point).toList()));
        }
      }
      return new Scenery(List.copyOf(places), List.copyOf(waters));
    } catch (IOException | RuntimeException e) {
      throw new MapFault("The map in (%s) is damaged: its %s.".formatted(folder, FILE), e);
    }
  }

  static String clean(String name) {
    return name.replaceAll("[\\t\\r\\n]", " ");
  }

  static String text(GeoPoint at) {
    return String.format(Locale.ROOT, "%.6f,%.6f", at.lat(), at.lon());
  }

  static GeoPoint point(String text) {
    int comma = text.indexOf(',');
    return new GeoPoint(
        Double.parseDouble(text.substring(0, comma)),
        Double.parseDouble(text.substring(comma + 1)));
  }
}
