package org.doorstep.routing.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.routing.Address;
import org.doorstep.routing.AddressFile;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;

/**
 * Takes the operator's own addresses into a map folder, from a file of comma-separated values in
 * UTF-8 with a header.
 *
 * <p>Columns, in any order and case: id (uprn), name, house (number), street, settlement (town),
 * postcode; and latitude with longitude in degrees, or easting with northing in metres of the
 * national grid. A name, or a house and its street, must be there. Bad lines are reported and left
 * out; more than {@link #BAD_SHARE_MAX} of them, and the file is refused and nothing changes.
 * Addresses off the map are counted and left out. The file is read once from front to back, and
 * memory does not grow with it.
 */
public final class AddressImport {
  /** Of more bad lines than this share one may think that the file is something else. */
  public static final double BAD_SHARE_MAX = 0.1;

  /** More bad lines than this are counted and not listed. */
  public static final int FAULTS_MAX = 100;

  private static final int PROGRESS_LINES = 250_000;

  private final MapInfo map;
  private final Consumer<String> progress;
  private final List<BadValue> faults = new ArrayList<>();
  private long rows;
  private long kept;
  private long offMap;
  private long bad;

  /**
   * What has become of a file.
   *
   * @param rows records read, the header not counted
   * @param kept addresses that can be found from now on
   * @param offMap good addresses that do not lie on the map
   * @param bad records that broke a rule
   * @param faults the first of these, at most {@link #FAULTS_MAX}
   */
  public record Report(long rows, long kept, long offMap, long bad, List<BadValue> faults) {
    /** Copies the faults. */
    public Report {
      faults = List.copyOf(faults);
    }
  }

  private AddressImport(MapInfo map, Consumer<String> progress) {
    this.map = map;
    this.progress = progress;
  }

  /**
   * Imports a file; a gazetteer that is opened from now on knows its addresses, and no longer those
   * imported before.
   *
   * @param folder a map folder
   * @param progress is told in words how many lines are done
   * @throws MapFault if the folder holds no map, or the file is refused
   */
  public static Report run(Path folder, Path csv, Consumer<String> progress) {
    MapInfo map = RoadNetwork.infoOf(folder);
    if (!Files.isReadable(csv) || !Files.isRegularFile(csv)) {
      throw new MapFault("The file (%s) is not there or cannot be read.".formatted(csv));
    }
    AddressImport work = new AddressImport(map, progress);
    try (Reader in = open(csv);
        AddressFile out = AddressFile.begin(folder)) {
      work.read(new CsvLines(in), out, csv);
      work.requireGood(csv);
      out.keep();
    } catch (IOException e) {
      throw new MapFault(
          "The addresses of (%s) cannot be taken into (%s): %s"
              .formatted(csv, folder, e.getMessage()),
          e);
    }
    return new Report(work.rows, work.kept, work.offMap, work.bad, work.faults);
  }

  /** Bytes that are not UTF-8 become a sign that is refused where it stands. */
  private static Reader open(Path csv) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(csv),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  private void read(CsvLines lines, AddressFile out, Path csv) throws IOException {
    Optional<CsvLines.Row> header = lines.next();
    if (header.isEmpty() || !header.orElseThrow().fault().isEmpty()) {
      throw new MapFault("The file (%s) must begin with a header line.".formatted(csv));
    }
    AddressRow form = new AddressRow(header.orElseThrow().values(), csv);
    Optional<CsvLines.Row> row = lines.next();
    while (row.isPresent()) {
      take(form, row.orElseThrow(), out);
      if (rows % PROGRESS_LINES == 0) {
        progress.accept("%,d lines done, %,d addresses kept".formatted(rows, kept));
      }
      row = lines.next();
    }
  }

  private void take(AddressRow form, CsvLines.Row row, AddressFile out) throws IOException {
    rows++;
    Optional<Address> address = form.read(row, this::note);
    if (address.isPresent() && TypedPlace.isOnMap(map, address.orElseThrow().at())) {
      out.add(form.id(row), address.orElseThrow());
      kept++;
    } else if (address.isPresent()) {
      offMap++;
    }
  }

  private void note(BadValue fault) {
    bad++;
    if (faults.size() < FAULTS_MAX) {
      faults.add(fault);
    }
  }

  private void requireGood(Path csv) {
    if (bad > BAD_SHARE_MAX * rows) {
      throw new MapFault(
          "The file (%s) is refused: %d of its %d lines are bad, more than %.0f %%; the first is %s"
              .formatted(csv, bad, rows, 100 * BAD_SHARE_MAX, faults.get(0).text()));
    }
    if (kept == 0) {
      throw new MapFault(
          "The file (%s) is refused: none of its %d lines lies on the map (%s).\nMaybe latitude and longitude are exchanged, or it is of another county."
              .formatted(csv, rows, map.name()));
    }
  }
}
