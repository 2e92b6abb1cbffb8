package org.doorstep.simulator.trace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder of traces in the form of ELASPY [1]: one matrix of drives with sirens, one list of nodes
 * and one of hospitals for all scenarios, one list of bases for each size of fleet, and five
 * columns of calls for each scenario.
 *
 * <p>[1] Dieleman, Jagtenberg: ELASPY, an electric ambulance simulator. SSRN 4874479, 2024.
 */
public final class ElaspyFolder {
  private static final String INNER = "elaspy";
  private static final String MATRIX = "siren_driving_matrix_*.csv";
  private static final String NODES = "nodes_*.csv";
  private static final String HOSPITALS = "Hospital_Postal_Codes_*.csv";
  private static final String POSTS = "*_base_locations_*.csv";
  private static final String INHABITANTS = "inhabitants";
  private static final String BASES = "Base_Locations_Ambulances_*.csv";

  private final Path folder;
  private final Consumer<String> notes;

  /**
   * A folder to be read, or the one named {@code elaspy} in it.
   *
   * @param notes is told in words what had to be assumed
   */
  public ElaspyFolder(Path folder, Consumer<String> notes) {
    Path inner = folder.resolve(INNER);
    this.folder = Files.isDirectory(inner) ? inner : folder;
    this.notes = notes;
    if (!Files.isDirectory(folder)) {
      throw new TraceFault("There is no folder (%s).".formatted(folder));
    }
  }

  /** Nodes with their names, in the order of their file, and where each is in that order. */
  private record Nodes(CsvTable table, List<Integer> names, Map<Integer, Integer> places) {
    /** The place of a node that a value names. */
    int place(CsvTable at, int row, int column) {
      Integer place = places.get(at.whole(row, column));
      if (place == null) {
        throw at.fault(row, column, "must be a node of the list of nodes");
      }
      return place;
    }
  }

  /**
   * Reads a scenario.
   *
   * @param scenario its name, for example {@code diesel_3}
   * @param bases the file with the base of each unit; empty looks for it
   * @throws TraceFault if a file is missing or damaged
   */
  public ElaspyScenario read(String scenario, Optional<Path> bases) {
    Nodes nodes = nodes();
    DriveMinutes drives = drives(nodes);
    NodePlane plane = plane(nodes.table());
    List<Integer> hospitals = places(CsvTable.read(only(HOSPITALS)), "Hospital", nodes);
    List<TraceCall> calls = calls(scenario, nodes);
    Path fleet = bases.orElseGet(() -> fleet(scenario));
    List<Integer> units = places(CsvTable.read(fleet), "Base", nodes);
    return new ElaspyScenario(
        new Trace(drives, plane, units, hospitals, calls, WhenNobodyIsFree.WAIT), nodes.names());
  }

  /**
   * Reads the ground without any calls.
   *
   * @throws TraceFault if a file is missing or damaged
   */
  public TraceGround ground() {
    Nodes nodes = nodes();
    CsvTable table = nodes.table();
    List<Double> inhabitants = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      inhabitants.add(table.number(row, table.column(INHABITANTS)));
    }
    List<List<Integer>> fleets = new ArrayList<>();
    for (Path each : list(BASES)) {
      fleets.add(places(CsvTable.read(each), "Base", nodes));
    }
    return new TraceGround(
        drives(nodes),
        plane(table),
        inhabitants,
        places(CsvTable.read(only(POSTS)), "Base Locations", nodes),
        places(CsvTable.read(only(HOSPITALS)), "Hospital", nodes),
        fleets);
  }

  private Nodes nodes() {
    CsvTable table = CsvTable.read(only(NODES));
    int name = table.column("postal code");
    List<Integer> names = new ArrayList<>();
    Map<Integer, Integer> places = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      names.add(table.whole(row, name));
      if (places.put(table.whole(row, name), row) != null) {
        throw table.fault(row, name, "must be there once");
      }
    }
    return new Nodes(table, names, places);
  }

  private static NodePlane plane(CsvTable table) {
    double[] x = new double[table.rows()];
    double[] y = new double[table.rows()];
    for (int row = 0; row < table.rows(); row++) {
      x[row] = table.coordinate(row, table.column("x"));
      y[row] = table.coordinate(row, table.column("y"));
    }
    return new NodePlane(x, y);
  }

  /** Rows and columns of the matrix may be in another order than the nodes. */
  private DriveMinutes drives(Nodes nodes) {
    CsvTable table = CsvTable.read(only(MATRIX));
    int size = nodes.names().size();
    int[] columns = new int[size];
    for (int node = 0; node < size; node++) {
      columns[node] = columnOf(table, nodes.names().get(node));
    }
    double[] minutes = new double[size * size];
    boolean[] seen = new boolean[size];
    for (int row = 0; row < table.rows(); row++) {
      Integer from = nodes.places().get(table.whole(row, 0));
      if (from == null) {
        continue;
      }
      seen[from] = true;
      for (int to = 0; to < size; to++) {
        minutes[from * size + to] = minutes(table, row, columns[to]);
      }
    }
    for (int node = 0; node < size; node++) {
      if (!seen[node]) {
        throw new TraceFault(
            "The matrix in (%s) must have a row for the node (%d)."
                .formatted(folder, nodes.names().get(node)));
      }
    }
    return new DriveMinutes(size, minutes);
  }

  private static double minutes(CsvTable table, int row, int column) {
    double minutes = table.number(row, column);
    if (minutes > DriveMinutes.MINUTES_MAX) {
      throw table.fault(
          row, column, "must be at most %s minutes".formatted(DriveMinutes.MINUTES_MAX));
    }
    return minutes;
  }

  private static int columnOf(CsvTable table, int node) {
    for (int column = 1; column < table.names().size(); column++) {
      String name = table.names().get(column);
      if (name.equals(Integer.toString(node)) || name.equals(node + ".0")) {
        return column;
      }
    }
    return table.column(Integer.toString(node));
  }

  private static List<Integer> places(CsvTable table, String name, Nodes nodes) {
    int column = table.column(name);
    List<Integer> places = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      places.add(nodes.place(table, row, column));
    }
    return places;
  }

  private List<TraceCall> calls(String scenario, Nodes nodes) {
    CsvTable gaps = column("interarrival_times", scenario);
    CsvTable places = column("location_IDs", scenario);
    CsvTable onScene = column("on_site_aid_times", scenario);
    CsvTable hospital = column("to_hospital_bool", scenario);
    CsvTable dropOff = column("drop_off_times", scenario);
    int size = gaps.rows();
    for (CsvTable each : List.of(places, onScene, hospital, dropOff)) {
      if (each.rows() != size) {
        throw new TraceFault(
            "The columns of the scenario (%s) must have as many calls (%d) each, not %d."
                .formatted(scenario, size, each.rows()));
      }
    }
    List<TraceCall> calls = new ArrayList<>(size);
    for (int call = 0; call < size; call++) {
      boolean taken = hospital.flag(call, 0);
      calls.add(
          new TraceCall(
              gaps.number(call, 0),
              nodes.place(places, call, 0),
              onScene.number(call, 0),
              taken,
              taken ? dropOff.number(call, 0) : 0));
    }
    return calls;
  }

  private CsvTable column(String what, String scenario) {
    return CsvTable.read(folder.resolve("%s_test_run_simulation_%s.csv".formatted(what, scenario)));
  }

  /**
   * The fleet of a scenario is in none of its columns: it is the only one there, or as large as the
   * units that the outcome of the scenario counts as free at its first call, or the largest.
   */
  private Path fleet(String scenario) {
    List<Path> fleets = list(BASES);
    if (fleets.isEmpty()) {
      throw new TraceFault("There must be a file (%s) in (%s).".formatted(BASES, folder));
    }
    if (fleets.size() == 1) {
      return fleets.get(0);
    }
    int counted = countedUnits(scenario);
    Path largest = fleets.get(0);
    int most = 0;
    for (Path each : fleets) {
      int size = CsvTable.read(each).rows();
      if (size == counted) {
        return each;
      }
      if (size > most) {
        most = size;
        largest = each;
      }
    }
    notes.accept(
        "Nothing says which fleet the scenario (%s) has; the largest is taken: %s, %d units."
            .formatted(scenario, largest.getFileName(), most));
    return largest;
  }

  private int countedUnits(String scenario) {
    return published(scenario).map(PublishedOutcome::units).orElse(-1);
  }

  /** What the scenario's own simulator has published of it, if that lies in the folder. */
  public Optional<PublishedOutcome> published(String scenario) {
    return PublishedOutcome.find(
        folder.resolve("Patient_Test_%s.csv".formatted(capitalised(scenario))));
  }

  private static String capitalised(String scenario) {
    return scenario.isEmpty()
        ? scenario
        : scenario.substring(0, 1).toUpperCase(Locale.ROOT) + scenario.substring(1);
  }

  private Path only(String pattern) {
    List<Path> found = list(pattern);
    if (found.size() != 1) {
      throw new TraceFault(
          "There must be one file (%s) in (%s), not %d.".formatted(pattern, folder, found.size()));
    }
    return found.get(0);
  }

  private List<Path> list(String pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw new TraceFault(
          "The folder (%s) cannot be read (%s).".formatted(folder, e.getMessage()));
    }
    found.sort(null);
    return found;
  }
}
