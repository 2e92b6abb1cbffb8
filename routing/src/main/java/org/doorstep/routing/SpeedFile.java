package org.doorstep.routing;

import com.graphhopper.routing.ev.RoadClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a file of speeds: learned ones of single edges, and profiles of classes of roads, by hour
 * of the day.
 *
 * <p>Comma-separated, UTF-8; lines that begin with {@code #} and empty lines count for nothing. The
 * first line is {@code map,HASH}: the hash of the extract that the edges belong to, as {@code
 * MapInfo} has it, or {@code map,any} where no edges are named. The second is the header {@value
 * #HEADER}. Then, for each row:
 *
 * <ul>
 *   <li>kind: {@code edge} or {@code class}
 *   <li>road: the number of the edge, or a class such as {@code primary}
 *   <li>direction: {@code forward}, {@code backward} or {@code both}; of a class {@code both}
 *   <li>mode: {@code normal} or {@code blue_light}
 *   <li>days: {@code any}, {@code weekday} or {@code weekend}
 *   <li>from and to: hours, {@code 0 <= from < to <= 24}
 *   <li>value: of an edge its speed in km/h, 2 to 250; of a class what the mapped speed is
 *       multiplied by, 0.1 to 2
 * </ul>
 *
 * <p>A file is taken whole or not at all: half of somebody's speeds is worse than none.
 */
public final class SpeedFile {
  static final String HEADER = "kind,road,direction,mode,days,from,to,value";

  private static final int ROWS_MAX = 5_000_000;
  private static final int LINE_LENGTH_MAX = 200;
  private static final int COLUMNS = 8;
  private static final int HOURS = 24;

  private final Path file;
  private final String mapHash;
  private final int edgeCount;
  private final List<SpeedTable.ClassRow> classes = new ArrayList<>();
  private final List<SpeedTable.LaneRow> lanes = new ArrayList<>();
  private boolean namesEdges;
  private int line;

  private SpeedFile(Path file, String mapHash, int edgeCount) {
    this.file = file;
    this.mapHash = mapHash;
    this.edgeCount = edgeCount;
  }

  /**
   * Reads a file for a map.
   *
   * @throws SpeedFault if it cannot be read, is of another map, or has a bad line
   */
  public static SpeedTable read(Path file, RoadNetwork roads) {
    return new SpeedFile(file, roads.info().hash(), roads.roads().edgeCount()).read();
  }

  private SpeedTable read() {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      readMap(next(in).orElseThrow(() -> fault("is empty; its first line must be 'map,HASH'")));
      String header = next(in).orElseThrow(() -> fault("must have the header (" + HEADER + ")"));
      if (!header.equals(HEADER)) {
        throw fault("must have the header (%s), not (%s)".formatted(HEADER, header));
      }
      Optional<String> row = next(in);
      while (row.isPresent()) {
        addRow(row.get().split(",", -1));
        row = next(in);
      }
      return new SpeedTable(classes, lanes);
    } catch (IOException e) {
      throw new SpeedFault(
          "The speeds (%s) cannot be read at line %d: %s."
              .formatted(file, line + 1, String.valueOf(e.getMessage())),
          e);
    }
  }

  /** The next line that counts. */
  private Optional<String> next(BufferedReader in) throws IOException {
    Optional<String> read = readLine(in);
    while (read.isPresent() && (read.get().isEmpty() || read.get().startsWith("#"))) {
      read = readLine(in);
    }
    return read;
  }

  /** One line without its end, never more of it than a line may have. */
  private Optional<String> readLine(BufferedReader in) throws IOException {
    line++;
    StringBuilder words = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      words.append((char) next);
      if (words.length() > LINE_LENGTH_MAX) {
        throw fault("must not be longer than (%d) characters".formatted(LINE_LENGTH_MAX));
      }
      next = in.read();
    }
    return Optional.of(words.toString().strip());
  }

  private void readMap(String words) {
    String[] fields = words.split(",", -1);
    if (fields.length != 2 || !fields[0].equals("map")) {
      throw fault("must be 'map,HASH', not (%s)".formatted(words));
    }
    namesEdges = !fields[1].equals("any");
    if (namesEdges && !fields[1].equals(mapHash)) {
      throw fault(
          "names the map (%s); the map in use is (%s). Its edges are others"
              .formatted(fields[1], mapHash));
    }
  }

  private void addRow(String[] fields) {
    if (fields.length != COLUMNS) {
      throw fault("has (%d) columns; it must have %d".formatted(fields.length, COLUMNS));
    }
    if (classes.size() + lanes.size() >= ROWS_MAX) {
      throw fault("is one of more than (%d) rows".formatted(ROWS_MAX));
    }
    DrivingMode mode = oneOf(DrivingMode.class, "mode", fields[3]);
    int from = number("from", fields[5], 0, HOURS - 1);
    int to = number("to", fields[6], from + 1, HOURS);
    SpeedTable.Band band =
        new SpeedTable.Band(oneOf(SpeedTable.Days.class, "days", fields[4]), from, to);
    switch (fields[0]) {
      case "class" -> addClass(fields, mode, band);
      case "edge" -> addEdge(fields, mode, band);
      default -> throw column("kind", fields[0], "must be 'edge' or 'class'");
    }
  }

  private void addClass(String[] fields, DrivingMode mode, SpeedTable.Band band) {
    oneOf(RoadClass.class, "road", fields[1]);
    if (!fields[2].equals("both")) {
      throw column("direction", fields[2], "of a class must be 'both'");
    }
    double factor = decimal(fields[7], 0.1, 2);
    classes.add(new SpeedTable.ClassRow(band, new SpeedSlot.ClassSpeed(fields[1], mode, factor)));
  }

  private void addEdge(String[] fields, DrivingMode mode, SpeedTable.Band band) {
    if (!namesEdges) {
      throw column("kind", fields[0], "needs the map's hash in the first line, not 'any'");
    }
    int edge = number("road", fields[1], 0, edgeCount - 1);
    double speed = decimal(fields[7], 2, 250);
    boolean forward = fields[2].equals("forward") || fields[2].equals("both");
    boolean backward = fields[2].equals("backward") || fields[2].equals("both");
    if (!forward && !backward) {
      throw column("direction", fields[2], "must be 'forward', 'backward' or 'both'");
    }
    if (forward) {
      lanes.add(new SpeedTable.LaneRow(band, new SpeedSlot.LaneSpeed(2 * edge, mode, speed)));
    }
    if (backward) {
      lanes.add(new SpeedTable.LaneRow(band, new SpeedSlot.LaneSpeed(2 * edge + 1, mode, speed)));
    }
  }

  private <E extends Enum<E>> E oneOf(Class<E> kind, String column, String value) {
    for (E each : kind.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    String known = Arrays.toString(kind.getEnumConstants()).toLowerCase(Locale.ROOT);
    throw column(column, value, "must be one of " + known);
  }

  private int number(String column, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw column(column, value, "must be a whole number");
    }
    throw column(column, value, "must be in [%d, %d]".formatted(least, most));
  }

  private double decimal(String value, double least, double most) {
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw column("value", value, "must be a number");
    }
    throw column("value", value, "must be in [%s, %s]".formatted(least, most));
  }

  private SpeedFault column(String column, String value, String rule) {
    return fault("has (%s) in column '%s', which %s".formatted(value, column, rule));
  }

  private SpeedFault fault(String rule) {
    return new SpeedFault("Line %d of the speeds (%s) %s.".formatted(line, file, rule));
  }
}
