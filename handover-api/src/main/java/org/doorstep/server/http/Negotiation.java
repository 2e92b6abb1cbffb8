package org.doorstep.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headers of a request say of the form in which an answer is wanted [1].
 *
 * <p>[1] RFC 9110, sections 8.8.3, 12.4.2, 12.5.3 and 13.1.2.
 */
final class Negotiation {
  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private Negotiation() {}

  /**
   * Whether the answer is best compressed by gzip: it is taken, and not wanted less than plain.
   *
   * @param acceptEncoding all header lines of that name; none means plain, which everybody can read
   */
  static boolean prefersGzip(List<String> acceptEncoding) {
    Optional<Double> any = findWeight(acceptEncoding, "*");
    Optional<Double> gzip =
        findWeight(acceptEncoding, "gzip")
            .or(() -> findWeight(acceptEncoding, "x-gzip"))
            .or(() -> any);
    double plain = findWeight(acceptEncoding, "identity").orElse(0.0);
    return gzip.filter(weight -> weight > 0 && weight >= plain).isPresent();
  }

  /**
   * Whether the client has this very form of the answer already.
   *
   * @param ifNoneMatch all header lines of that name
   * @param entityTag with its quotes; strong
   */
  static boolean isUnchanged(List<String> ifNoneMatch, String entityTag) {
    return ifNoneMatch.stream()
        .anyMatch(
            line ->
                line.strip().equals("*")
                    || ENTITY_TAG
                        .matcher(line)
                        .results()
                        .anyMatch(tag -> tag.group(1).equals(entityTag)));
  }

  private static Optional<Double> findWeight(List<String> lines, String coding) {
    return lines.stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(item -> item.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1))
        .filter(item -> item[0].equals(coding))
        .map(item -> item.length > 1 ? weight(item[1]) : 1.0)
        .findFirst();
  }

  /** A weight that cannot be read is none: what is not understood is not sent. */
  private static double weight(String parameter) {
    return parameter.matches("q=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)")
        ? Double.parseDouble(parameter.substring(2))
        : 0;
  }
}
