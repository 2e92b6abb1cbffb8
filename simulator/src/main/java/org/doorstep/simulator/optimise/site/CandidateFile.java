package org.doorstep.simulator.optimise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.file.Fault;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Place;
import org.doorstep.simulator.file.Source;

/**
 * Sites that a user proposes: a CSV with the first line {@code name,lat,lon} and a line for each.
 * Every bad line has one fault; nothing is used while one is there.
 */
public final class CandidateFile {
  /** More than anybody has looked at. */
  public static final int SITES_MAX = 200;

  private static final String HEAD = "name,lat,lon";
  private static final int NAME_LENGTH_MAX = 60;

  private final Source source;
  private final TreeSet<String> taken;
  private final Predicate<GeoPoint> isByRoad;
  private final List<Fault> faults = new ArrayList<>();

  private CandidateFile(Source source, List<String> taken, Predicate<GeoPoint> isByRoad) {
    this.source = source;
    this.taken = new TreeSet<>(taken.stream().map(CandidateFile::folded).toList());
    this.isByRoad = isByRoad;
  }

  /**
   * Reads it.
   *
   * @param taken names of bases and posts that the scenario has
   * @param isByRoad whether a road of the map is near
   * @throws FileFault with a fault for each bad line
   */
  public static List<Site> read(Source source, List<String> taken, Predicate<GeoPoint> isByRoad) {
    return new CandidateFile(source, taken, isByRoad).read();
  }

  private List<Site> read() {
    List<String> lines = source.text().lines().toList();
    List<Site> sites = new ArrayList<>();
    if (lines.isEmpty() || !withoutMark(lines.get(0)).equals(HEAD)) {
      throw new FileFault(
          List.of(fault(1, lines.isEmpty() ? "" : lines.get(0), "must be the line " + HEAD)));
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        site(i + 1, lines.get(i)).ifPresent(sites::add);
      }
    }
    if (faults.isEmpty() && sites.size() > SITES_MAX) {
      faults.add(fault(0, "", "has %d sites, at most %d".formatted(sites.size(), SITES_MAX)));
    }
    if (!faults.isEmpty()) {
      throw new FileFault(faults);
    }
    return sites;
  }

  /** Spreadsheets put a mark before the first word. */
  private static String withoutMark(String line) {
    String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
    return plain.strip().toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private Optional<Site> site(int line, String text) {
    List<String> cells = List.of(text.split(",", -1));
    if (cells.size() != 3) {
      return refused(line, text, "must be %s, three values".formatted(HEAD));
    }
    String name = unquoted(cells.get(0));
    Optional<Double> lat = number(cells.get(1));
    Optional<Double> lon = number(cells.get(2));
    if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
      return refused(line, name, "a site must have a name, at most 60 characters");
    }
    if (name.chars().anyMatch(each -> each < ' ' || each == '"')) {
      return refused(line, name, "a name must not have quotes or control characters");
    }
    if (lat.isEmpty()) {
      return refused(line, cells.get(1), "the latitude must be a number");
    }
    if (lon.isEmpty()) {
      return refused(line, cells.get(2), "the longitude must be a number");
    }
    return placed(line, name, lat.get(), lon.get());
  }

  private Optional<Site> placed(int line, String name, double lat, double lon) {
    if (!(StrictMath.abs(lat) <= 90)) {
      return refused(line, Double.toString(lat), "the latitude must be from -90 to 90");
    }
    if (!(StrictMath.abs(lon) <= 180)) {
      return refused(line, Double.toString(lon), "the longitude must be from -180 to 180");
    }
    if (!isByRoad.test(new GeoPoint(lat, lon))) {
      boolean swapped = StrictMath.abs(lon) <= 90 && isByRoad.test(new GeoPoint(lon, lat));
      return refused(
          line,
          name,
          swapped
              ? "latitude and longitude seem to have changed places"
              : "lies off the map, or far from its roads");
    }
    if (!taken.add(folded(name))) {
      return refused(line, name, "is the name of another site");
    }
    return Optional.of(new Site(name, lat, lon, Site.Origin.CANDIDATE));
  }

  private Optional<Site> refused(int line, String value, String rule) {
    faults.add(fault(line, value, rule));
    return Optional.empty();
  }

  private Fault fault(int line, String value, String rule) {
    Optional<String> shown = value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    return new Fault(new Place(source.name(), line, 1), "", shown, rule);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String unquoted(String cell) {
    String plain = cell.strip();
    boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  private static Optional<Double> number(String cell) {
    String plain = unquoted(cell);
    return plain.matches("[+-]?\\d{1,3}(\\.\\d{1,15})?")
        ? Optional.of(Double.valueOf(plain))
        : Optional.empty();
  }
}
