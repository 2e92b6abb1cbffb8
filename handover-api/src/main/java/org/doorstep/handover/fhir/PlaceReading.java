package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.handover.bars.BarsPlace;
import org.doorstep.handover.bars.PlaceCheck;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Tells the place of the incident from the other places in a message: the caller's, the rendezvous,
 * where a helicopter comes from.
 */
final class PlaceReading {
  private static final String TYPES = "location-types";
  private static final String INCIDENT = "ILOC";

  private final BundleIndex index;
  private final Notes notes;

  PlaceReading(BundleIndex index, Notes notes) {
    this.index = index;
    this.notes = notes;
  }

  /** The place, and the other places in words. */
  record Places(BarsPlace incident, List<String> others) {}

  Places read(ServiceRequest request) {
    Optional<Location> incident = incident(request);
    List<String> others =
        index.list(Location.class).stream()
            .filter(location -> !incident.filter(location::equals).isPresent())
            .flatMap(location -> other(location).stream())
            .toList();
    BarsPlace place =
        incident
            .map(this::place)
            .orElseGet(
                () -> {
                  notes.add(
                      "place-missing",
                      "Bundle.entry.resource.ofType(ServiceRequest).locationReference",
                      "No place of the incident is given.");
                  return new BarsPlace(
                      Optional.empty(), Optional.empty(), List.of(Flag.PLACE_MISSING));
                });
    return new Places(place, others);
  }

  private Optional<Location> incident(ServiceRequest request) {
    request.getLocationReference().stream()
        .filter(index::isDangling)
        .forEach(
            dangling ->
                notes.add(
                    "reference-dangling",
                    index.path(request) + ".locationReference",
                    "The reference leads to nothing in the message."));
    List<Location> referred =
        request.getLocationReference().stream()
            .flatMap(reference -> index.find(reference, Location.class).stream())
            .toList();
    List<Location> typed = ofType(index.list(Location.class), INCIDENT);
    Stream<Location> encounters =
        index.list(Encounter.class).stream()
            .flatMap(encounter -> encounter.getLocation().stream())
            .map(EncounterLocationComponent::getLocation)
            .flatMap(reference -> index.find(reference, Location.class).stream());
    List<Location> untyped =
        index.list(Location.class).stream().filter(location -> type(location).isEmpty()).toList();
    // A lone place without type that nothing points at can be meant as nothing else.
    Stream<Location> lone = untyped.size() == 1 ? untyped.stream() : Stream.empty();
    return Stream.of(
            ofType(referred, INCIDENT).stream(),
            referred.stream(),
            typed.stream(),
            encounters,
            lone)
        .flatMap(found -> found)
        .findFirst();
  }

  private BarsPlace place(Location location) {
    String where = index.path(location);
    PlaceCheck.Judged judged =
        PlaceCheck.judge(
            new PlaceCheck.Given(
                degrees(location.getPosition().getLatitude()),
                degrees(location.getPosition().getLongitude()),
                extension(location, "easting"),
                extension(location, "northing")),
            where);
    judged.notes().forEach(notes::add);
    List<Flag> flags = new ArrayList<>(judged.flags());
    if (judged.position().isPresent()
        && type(location).filter(t -> !t.equals(INCIDENT)).isPresent()
        && !flags.contains(Flag.PLACE_UNCONFIRMED)) {
      notes.add(
          "place-of-other-type",
          where + ".type",
          "The request points at a place that is typed as another than the incident's.");
      flags.add(Flag.PLACE_UNCONFIRMED);
    }
    return new BarsPlace(judged.position(), label(location), flags);
  }

  private static OptionalDouble degrees(@Nullable BigDecimal value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  private static Optional<String> other(Location location) {
    String kind =
        switch (type(location).orElse("")) {
          case "CLOC" -> "Caller's place";
          case "RLOC" -> "Rendezvous";
          case "HLOCFR" -> "Helicopter from";
          case "HLOCTO" -> "Helicopter to";
          default -> "Other place";
        };
    return label(location).map(label -> kind + ": " + label);
  }

  private static Optional<String> label(Location location) {
    List<String> parts = new ArrayList<>();
    if (location.hasName()) {
      add(parts, location.getName());
    }
    if (location.hasDescription()) {
      add(parts, location.getDescription());
    }
    if (location.hasAddress()) {
      address(parts, location.getAddress());
    }
    extension(location, "uprn").ifPresent(uprn -> add(parts, "UPRN " + uprn));
    extension(location, "usrn").ifPresent(usrn -> add(parts, "USRN " + usrn));
    extension(location, "what3words").ifPresent(words -> add(parts, "///" + words));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static void address(List<String> parts, Address address) {
    address.getLine().stream()
        .map(StringType::getValue)
        .filter(line -> line != null)
        .forEach(line -> add(parts, line));
    Stream.of(address.getCity(), address.getDistrict(), address.getState(), address.getPostalCode())
        .filter(part -> part != null)
        .forEach(part -> add(parts, part));
    if (parts.isEmpty() && address.hasText()) {
      add(parts, address.getText());
    }
  }

  private static void add(List<String> parts, String part) {
    Codings.clean(part)
        .map(cleaned -> cleaned.replace('\n', ' '))
        .filter(cleaned -> !parts.contains(cleaned))
        .ifPresent(parts::add);
  }

  private static Optional<String> extension(Location location, String name) {
    return location.getExtension().stream()
        .flatMap(outer -> Stream.concat(Stream.of(outer), outer.getExtension().stream()))
        .filter(inner -> isNamed(inner, name) && inner.hasValue() && inner.getValue().isPrimitive())
        .map(inner -> inner.getValue().primitiveValue())
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }

  private static boolean isNamed(Extension extension, String name) {
    String url = extension.getUrl() == null ? "" : extension.getUrl().toLowerCase(Locale.ROOT);
    String last = url.substring(url.lastIndexOf('/') + 1);
    // Easting and eastings are both about.
    return last.equals(name) || last.equals(name + "s");
  }

  private static List<Location> ofType(List<Location> locations, String type) {
    return locations.stream()
        .filter(location -> type(location).filter(type::equals).isPresent())
        .toList();
  }

  private static Optional<String> type(Location location) {
    return Codings.findCode(location.getType(), TYPES);
  }
}
