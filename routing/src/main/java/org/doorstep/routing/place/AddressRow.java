package org.doorstep.routing.place;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.routing.Address;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapFault;

/** Makes addresses of rows, by what the header has said. */
final class AddressRow {
  private static final int VALUE_CHARS_MAX = 120;
  private static final char UNREADABLE = '\uFFFD';

  private final Map<AddressColumn, Integer> columns = new EnumMap<>(AddressColumn.class);
  private final int width;

  /**
   * Reads the header; columns that are none of ours are left out.
   *
   * @throws MapFault if a column is missing or there twice
   */
  AddressRow(List<String> header, Path csv) {
    width = header.size();
    for (int i = 0; i < width; i++) {
      Optional<AddressColumn> column = AddressColumn.find(header.get(i));
      if (column.isPresent() && columns.putIfAbsent(column.orElseThrow(), i) != null) {
        throw new MapFault(
            "The header of (%s) names the column (%s) twice."
                .formatted(csv, column.orElseThrow().header()));
      }
    }
    boolean degrees = has(AddressColumn.LATITUDE) && has(AddressColumn.LONGITUDE);
    boolean meters = has(AddressColumn.EASTING) && has(AddressColumn.NORTHING);
    if (!degrees && !meters) {
      throw missing(csv, "latitude and longitude, or easting and northing");
    }
    if (!has(AddressColumn.NAME) && !has(AddressColumn.STREET)) {
      throw missing(csv, "name or street");
    }
  }

  /** The address of a row; where there is none, the faults are told. */
  Optional<Address> read(CsvLines.Row row, Consumer<BadValue> faults) {
    if (!row.fault().isEmpty()) {
      faults.accept(new BadValue(row.line(), "", "", row.fault()));
      return Optional.empty();
    }
    if (row.values().size() != width) {
      faults.accept(
          new BadValue(
              row.line(),
              "",
              "",
              "it has %d values; the header has %d".formatted(row.values().size(), width)));
      return Optional.empty();
    }
    Optional<BadValue> bad = findBadText(row);
    if (bad.isPresent()) {
      faults.accept(bad.orElseThrow());
      return Optional.empty();
    }
    return point(row, faults).map(at -> address(row, at));
  }

  String id(CsvLines.Row row) {
    return value(row, AddressColumn.ID);
  }

  private Address address(CsvLines.Row row, GeoPoint at) {
    return new Address(
        value(row, AddressColumn.NAME),
        value(row, AddressColumn.HOUSE),
        value(row, AddressColumn.STREET),
        value(row, AddressColumn.SETTLEMENT),
        Postcode.find(value(row, AddressColumn.POSTCODE)).map(Postcode::text).orElse(""),
        at);
  }

  private Optional<BadValue> findBadText(CsvLines.Row row) {
    for (AddressColumn column : columns.keySet()) {
      String value = value(row, column);
      if (value.length() > VALUE_CHARS_MAX) {
        return bad(row, column, "at most %d characters are taken".formatted(VALUE_CHARS_MAX));
      }
      if (value.indexOf(UNREADABLE) >= 0 || value.chars().anyMatch(Character::isISOControl)) {
        return bad(row, column, "it must be text in UTF-8 without control characters");
      }
    }
    String postcode = value(row, AddressColumn.POSTCODE);
    if (!postcode.isEmpty() && Postcode.find(postcode).isEmpty()) {
      return bad(
          row, AddressColumn.POSTCODE, "it must be a full postcode such as TN9 1AB, or empty");
    }
    boolean nameless =
        value(row, AddressColumn.NAME).isEmpty()
            && (value(row, AddressColumn.HOUSE).isEmpty()
                || value(row, AddressColumn.STREET).isEmpty());
    AddressColumn first = has(AddressColumn.NAME) ? AddressColumn.NAME : AddressColumn.STREET;
    return nameless
        ? bad(row, first, "a name, or a house and its street, must be there")
        : Optional.empty();
  }

  /** Degrees, or where there are none, metres of the national grid. */
  private Optional<GeoPoint> point(CsvLines.Row row, Consumer<BadValue> faults) {
    boolean degrees =
        has(AddressColumn.LATITUDE)
            && has(AddressColumn.LONGITUDE)
            && !(value(row, AddressColumn.LATITUDE).isEmpty() && has(AddressColumn.EASTING));
    Optional<Double> lat =
        degrees
            ? number(row, AddressColumn.LATITUDE, -90, 90, faults)
            : number(row, AddressColumn.NORTHING, 0, GridReference.NORTH_MAX, faults);
    Optional<Double> lon =
        lat.isEmpty()
            ? Optional.empty()
            : degrees
                ? number(row, AddressColumn.LONGITUDE, -180, 180, faults)
                : number(row, AddressColumn.EASTING, 0, GridReference.EAST_MAX, faults);
    return lon.map(
        east ->
            degrees
                ? new GeoPoint(lat.orElseThrow(), east)
                : GridReference.wgs84(east, lat.orElseThrow()));
  }

  private Optional<Double> number(
      CsvLines.Row row, AddressColumn column, int least, int most, Consumer<BadValue> faults) {
    Optional<Double> found = Optional.empty();
    try {
      found = Optional.of(Double.parseDouble(value(row, column)));
    } catch (NumberFormatException e) {
      // Said below, with the value.
    }
    Optional<Double> good = found.filter(number -> number >= least && number <= most);
    if (good.isEmpty()) {
      bad(row, column, "it must be a number from %d to %d".formatted(least, most))
          .ifPresent(faults);
    }
    return good;
  }

  private Optional<BadValue> bad(CsvLines.Row row, AddressColumn column, String rule) {
    return Optional.of(new BadValue(row.line(), column.header(), value(row, column), rule));
  }

  /** A value without blanks around it; a line break in it is a blank. */
  private String value(CsvLines.Row row, AddressColumn column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.values().get(index).replace('\n', ' ').strip();
  }

  private boolean has(AddressColumn column) {
    return columns.containsKey(column);
  }

  private static MapFault missing(Path csv, String what) {
    return new MapFault(
        "The header of (%s) must have the columns (%s).\nMaybe they are called otherwise; names that are known are listed by import-addresses --help."
            .formatted(csv, what));
  }
}
