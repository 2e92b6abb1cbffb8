package org.doorstep.server.http;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Referrer;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.model.Sex;
import org.doorstep.dispatch.policy.Referred;
import org.doorstep.dispatch.policy.ServiceQuestion;

/**
 * What the address line of a search asks for. Nothing in it says who the patient is.
 *
 * @param at another moment than now; then nothing is known of room
 */
record SearchQuery(
    List<CareNeed> needs,
    Optional<Referred> patient,
    Optional<Position> near,
    Optional<Duration> driveMax,
    Optional<Instant> at) {
  private static final int TEXT_LENGTH_MAX = 60;
  private static final int NUMBER_DIGITS_MAX = 4;
  private static final List<String> OF_PATIENT =
      List.of(
          "age",
          "sex",
          "news2",
          "ambulatory",
          "practice",
          "district",
          "referrer",
          "dx",
          "sg",
          "sd");

  SearchQuery {
    needs = List.copyOf(needs);
  }

  static SearchQuery of(RoutingContext context) {
    boolean isAboutSomebody =
        OF_PATIENT.stream().anyMatch(name -> Requests.query(context, name).isPresent());
    return new SearchQuery(
        context.queryParam("need").stream()
            .map(word -> constant("need", CareNeed.values(), word))
            .toList(),
        isAboutSomebody ? Optional.of(patient(context)) : Optional.empty(),
        near(context),
        number(context, "driveMinutes").map(Duration::ofMinutes),
        Requests.query(context, "at").map(SearchQuery::instant));
  }

  ServiceQuestion question(
      Function<Position, List<ServiceDrive>> drives, List<ServiceWord> words, Instant now) {
    return new ServiceQuestion(
        needs,
        patient,
        near.map(place -> new ServiceQuestion.Near(place, drives.apply(place), driveMax)),
        words,
        now);
  }

  private static Referred patient(RoutingContext context) {
    return new Referred(
        number(context, "age"),
        number(context, "news2"),
        Requests.query(context, "sex").map(word -> constant("sex", Sex.values(), word)),
        Requests.query(context, "ambulatory").map(SearchQuery::flag),
        new Referred.Home(text(context, "practice"), text(context, "district")),
        new Referred.Asked(
            Requests.query(context, "referrer")
                .map(word -> constant("referrer", Referrer.values(), word)),
            text(context, "dx"),
            text(context, "sg"),
            text(context, "sd")));
  }

  private static Optional<Position> near(RoutingContext context) {
    Optional<String> lat = Requests.query(context, "lat");
    Optional<String> lon = Requests.query(context, "lon");
    if (lat.isEmpty() && lon.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Requests.position(
              Double.parseDouble(lat.orElse("")), Double.parseDouble(lon.orElse(""))));
    } catch (NumberFormatException e) {
      throw fault("lat, lon: both in degrees, such as 51.19 and 0.28.");
    }
  }

  private static Optional<String> text(RoutingContext context, String name) {
    return Requests.query(context, name)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              if (text.length() > TEXT_LENGTH_MAX) {
                throw fault("%s: at most %d characters.".formatted(name, TEXT_LENGTH_MAX));
              }
              return text;
            });
  }

  private static Optional<Integer> number(RoutingContext context, String name) {
    return Requests.query(context, name)
        .map(
            digits -> {
              if (!digits.matches("[0-9]{1," + NUMBER_DIGITS_MAX + "}")) {
                throw fault("%s: a whole number.".formatted(name));
              }
              return Integer.valueOf(digits);
            });
  }

  private static boolean flag(String word) {
    if (!word.equals("true") && !word.equals("false")) {
      throw fault("ambulatory: true or false.");
    }
    return word.equals("true");
  }

  private static Instant instant(String word) {
    try {
      return Instant.parse(word);
    } catch (DateTimeException e) {
      throw fault("at: an instant such as 2026-11-24T15:00:00Z.");
    }
  }

  private static <E extends Enum<E>> E constant(String name, E[] all, String word) {
    String asked = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(all)
        .filter(each -> each.name().equals(asked))
        .findFirst()
        .orElseThrow(() -> fault("%s: one of the contract.".formatted(name)));
  }

  private static ProblemFault fault(String why) {
    return new ProblemFault(Problems.QUERY.because(why));
  }
}
