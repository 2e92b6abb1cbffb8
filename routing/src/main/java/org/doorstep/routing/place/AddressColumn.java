package org.doorstep.routing.place;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of an operator's address file, and what else their headers may be called. */
enum AddressColumn {
  ID("id uprn reference ref"),
  NAME("name house_name building_name organisation organisation_name"),
  HOUSE("house number house_number building_number street_number"),
  STREET("street road street_name thoroughfare street_description"),
  SETTLEMENT("settlement town city post_town town_name locality"),
  POSTCODE("postcode post_code postal_code postcode_locator"),
  LATITUDE("latitude lat"),
  LONGITUDE("longitude lon lng long"),
  EASTING("easting eastings x_coordinate x"),
  NORTHING("northing northings y_coordinate y");

  private final String headers;

  AddressColumn(String headers) {
    this.headers = headers;
  }

  /** What its header may be, the name of this project first. */
  List<String> headers() {
    return List.of(headers.split(" ", -1));
  }

  /** The column of a header, whatever its case and spaces; empty if it is none of ours. */
  static Optional<AddressColumn> find(String header) {
    String plain = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
    for (AddressColumn column : values()) {
      if (column.headers().contains(plain)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** As it is written in this project. */
  String header() {
    return headers().get(0);
  }
}
