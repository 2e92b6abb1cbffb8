package org.doorstep.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsSyntax;

/** The headers of the standard: who is meant, by what the exchange is known, which form is read. */
final class BarsHeaders {
  private static final String TARGET = "NHSD-Target-Identifier";
  private static final List<String> IDS = List.of("X-Request-Id", "X-Correlation-Id");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private BarsHeaders() {}

  /** Says back by what the caller knows the exchange; nothing else is ever said back. */
  static void mirror(RoutingContext context) {
    for (String name : IDS) {
      String given = context.request().getHeader(name);
      if (given != null && UUID.matcher(given).matches()) {
        context.response().putHeader(name, given);
      }
    }
  }

  /** Both ids are to be there and of the form that the standard gives them. */
  static void checkIds(RoutingContext context) {
    for (String name : IDS) {
      String given = context.request().getHeader(name);
      if (given == null) {
        throw refusal(Kind.REQUIRED, "The header (%s) is missing; it is a UUID.".formatted(name));
      }
      if (!UUID.matcher(given).matches()) {
        throw refusal(Kind.VALUE, "The header (%s) must be a UUID.".formatted(name));
      }
    }
  }

  /** A target that is named must be readable; none need be. */
  static void checkTarget(RoutingContext context) {
    var unused = target(context);
  }

  /** The target is to be there, and to be us. */
  static void requireTarget(RoutingContext context, String dosId) {
    Optional<String> target = target(context);
    if (target.isEmpty()) {
      throw refusal(
          Kind.REQUIRED,
          "The header (NHSD-Target-Identifier) is missing; it names the service that is asked.");
    }
    if (!target.get().equals(dosId)) {
      throw refusal(
          Kind.UNKNOWN_CASE,
          "The service that the header (NHSD-Target-Identifier) names is not here.");
    }
  }

  private static Optional<String> target(RoutingContext context) {
    String given = context.request().getHeader(TARGET);
    if (given == null) {
      return Optional.empty();
    }
    try {
      byte[] json = Base64.getDecoder().decode(given.strip());
      JsonObject target = new JsonObject(new String(json, StandardCharsets.UTF_8));
      if (target.getValue("value") instanceof String value
          && target.getValue("system") instanceof String) {
        return Optional.of(value);
      }
    } catch (IllegalArgumentException | DecodeException e) {
      // Said below: its words may quote the header.
    }
    throw refusal(
        Kind.VALUE,
        "The header (NHSD-Target-Identifier) must be Base64 of a JSON object with (value) and (system).");
  }

  /** The form in which an answer is read; JSON where nothing is said. */
  static BarsSyntax accepted(RoutingContext context) {
    String given = context.request().getHeader(HttpHeaders.ACCEPT);
    if (given == null || given.isBlank()) {
      return BarsSyntax.JSON;
    }
    for (String range : given.toLowerCase(Locale.ROOT).split(",", -1)) {
      switch (range.replaceFirst(";.*", "").strip()) {
        case "application/fhir+json", "application/json", "application/*", "*/*" -> {
          return BarsSyntax.JSON;
        }
        case "application/fhir+xml", "application/xml", "text/xml" -> {
          return BarsSyntax.XML;
        }
        default -> {
          // The next may be one that is spoken.
        }
      }
    }
    throw refusal(
        Kind.NOT_ACCEPTABLE, "Answers are application/fhir+json or application/fhir+xml.");
  }

  private static BarsRefusal refusal(Kind kind, String sentence) {
    return new BarsRefusal(BarsFault.of(kind, sentence));
  }
}
