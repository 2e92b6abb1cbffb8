package org.doorstep.handover.bars;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.handover.bars.BarsFault.Kind;

/**
 * A search for requests by the parameters of the standard: the patient's NHS number, or name, day
 * of birth and postcode together, or an identifier of the request. Holds patient data.
 *
 * @param finder as {@link BarsContent.People#finders()}
 * @param name what some name of the patient has to hold
 * @param key of the request
 */
public record RequestSearch(Optional<String> finder, Optional<String> name, Optional<String> key) {
  private static final String NUMBER = "patient:identifier";
  private static final String NAME = "patient:name";
  private static final String BORN = "patient:birthdate";
  private static final String POSTCODE = "patient:address-postalcode";
  private static final String KEY = "ServiceRequest.identifier";
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  /** A search that was understood, or what is wrong with it. */
  public record Read(Optional<RequestSearch> search, Optional<BarsFault> fault) {}

  /** Reads the parameters of a query. */
  public static Read of(Map<String, String> query) {
    if (query.containsKey(KEY)) {
      return read(
          new RequestSearch(
              Optional.empty(),
              Optional.empty(),
              Optional.of(text(query, KEY).toLowerCase(Locale.ROOT))));
    }
    if (query.containsKey(NUMBER)) {
      String given = text(query, NUMBER);
      String number = NhsNumber.compact(given.substring(given.lastIndexOf('|') + 1));
      return number.matches("[0-9]{10}")
          ? read(
              new RequestSearch(Optional.of("nhs|" + number), Optional.empty(), Optional.empty()))
          : fault(Kind.VALUE, "The parameter (%s) must be an NHS number of ten digits.", NUMBER);
    }
    for (String needed : List.of(NAME, BORN, POSTCODE)) {
      if (!query.containsKey(needed) || text(query, needed).isEmpty()) {
        return fault(
            Kind.REQUIRED,
            "The parameter (%s) is missing: search by patient:identifier, by ServiceRequest.identifier, or by patient:name, patient:birthdate and patient:address-postalcode together.",
            needed);
      }
    }
    Optional<LocalDate> born = day(text(query, BORN).replaceFirst("^eq", ""));
    return born.map(
            day ->
                read(
                    new RequestSearch(
                        Optional.of(
                            "born|%s|%s"
                                .formatted(
                                    day,
                                    text(query, POSTCODE)
                                        .replaceAll("\\s", "")
                                        .toUpperCase(Locale.ROOT))),
                        Optional.of(text(query, NAME)),
                        Optional.empty())))
        .orElseGet(() -> fault(Kind.VALUE, "The parameter (%s) must be a day, YYYY-MM-DD.", BORN));
  }

  private static String text(Map<String, String> query, String name) {
    return query.getOrDefault(name, "").strip();
  }

  private static Optional<LocalDate> day(String given) {
    try {
      return Optional.of(
          given.contains("/") ? LocalDate.parse(given, BRITISH) : LocalDate.parse(given));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Read read(RequestSearch search) {
    return new Read(Optional.of(search), Optional.empty());
  }

  private static Read fault(Kind kind, String sentence, String parameter) {
    return new Read(
        Optional.empty(), Optional.of(BarsFault.of(kind, sentence.replace("%s", parameter))));
  }

  @Override
  public String toString() {
    return "RequestSearch[masked]";
  }
}
