package org.doorstep.handover.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Position;

/**
 * Judges coordinates that another system has sent.
 *
 * <p>A box around the United Kingdom and the islands about it; its ranges of latitude and longitude
 * do not meet, so a swapped pair is known for certain. Coordinates outside are not used: a wrong
 * place on the map is worse than none.
 */
public final class PlaceCheck {
  private static final double LAT_MIN = 49.0;
  private static final double LAT_MAX = 61.0;
  private static final double LON_MIN = -9.0;
  private static final double LON_MAX = 2.2;

  /** Coordinates and grid may differ by so much before somebody should look. */
  private static final double AGREE_METERS_MAX = 500;

  private final List<BarsNote> notes = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();

  private PlaceCheck() {}

  /** What was sent of one place. */
  public record Given(
      OptionalDouble lat,
      OptionalDouble lon,
      Optional<String> easting,
      Optional<String> northing) {}

  /** What to make of it. */
  public record Judged(Optional<Position> position, List<Flag> flags, List<BarsNote> notes) {
    public Judged {
      flags = List.copyOf(flags);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Judges one place.
   *
   * @param where the path of the location, for the notes
   */
  public static Judged judge(Given given, String where) {
    PlaceCheck check = new PlaceCheck();
    Optional<Position> grid = check.grid(given, where);
    Optional<Position> position = check.coordinates(given, where);
    if (position.isPresent() && grid.isPresent()) {
      check.compare(position.get(), grid.get(), where);
    }
    if (position.isEmpty() && grid.isPresent()) {
      check.flags.add(Flag.PLACE_UNCONFIRMED);
      check.note(
          "place-from-grid", where, "No usable coordinates; the place is from the national grid.");
      position = grid;
    }
    if (position.isEmpty()) {
      check.flags.add(Flag.PLACE_MISSING);
    }
    return new Judged(position, check.flags, check.notes);
  }

  private Optional<Position> coordinates(Given given, String where) {
    if (given.lat().isEmpty() || given.lon().isEmpty()) {
      if (given.lat().isPresent() || given.lon().isPresent()) {
        note("place-half", where + ".position", "One of latitude and longitude is missing.");
      }
      return Optional.empty();
    }
    double lat = given.lat().getAsDouble();
    double lon = given.lon().getAsDouble();
    if (isInBox(lat, lon)) {
      return Optional.of(new Position(lat, lon));
    }
    if (isInBox(lon, lat)) {
      flags.add(Flag.PLACE_WAS_SWAPPED);
      flags.add(Flag.PLACE_UNCONFIRMED);
      note(
          "place-swapped",
          where + ".position",
          "Latitude and longitude seem swapped and were turned round; a person confirms the place.");
      return Optional.of(new Position(lon, lat));
    }
    note(
        "place-outside",
        where + ".position",
        "The coordinates are not in the United Kingdom, either way round, and were not used.");
    return Optional.empty();
  }

  private Optional<Position> grid(Given given, String where) {
    if (given.easting().isEmpty() && given.northing().isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble easting = number(given.easting());
    OptionalDouble northing = number(given.northing());
    if (easting.isPresent() && northing.isPresent()) {
      Optional<Position> position =
          BritishGrid.find(easting.getAsDouble(), northing.getAsDouble())
              .filter(found -> isInBox(found.lat(), found.lon()));
      if (position.isPresent()) {
        return position;
      }
    }
    note(
        "grid-nonsense",
        where + ".extension",
        "Easting and northing are no place on the national grid and were not used.");
    return Optional.empty();
  }

  private void compare(Position position, Position grid, String where) {
    double north = (position.lat() - grid.lat()) * 111_195;
    double east =
        (position.lon() - grid.lon()) * 111_195 * Math.cos(Math.toRadians(position.lat()));
    if (Math.hypot(north, east) > AGREE_METERS_MAX) {
      if (!flags.contains(Flag.PLACE_UNCONFIRMED)) {
        flags.add(Flag.PLACE_UNCONFIRMED);
      }
      note("place-disagrees", where, "Coordinates and national grid name different places.");
    }
  }

  private void note(String code, String where, String sentence) {
    notes.add(new BarsNote(code, where, sentence));
  }

  private static boolean isInBox(double lat, double lon) {
    return lat >= LAT_MIN && lat <= LAT_MAX && lon >= LON_MIN && lon <= LON_MAX;
  }

  private static OptionalDouble number(Optional<String> given) {
    try {
      return given.map(Double::valueOf).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
