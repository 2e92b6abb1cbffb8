package org.doorstep.simulator.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The incidents of one hour of the day, or of one place.
 *
 * @param incidents all that count
 * @param responses of each class, without those that had none
 */
public record Slice(long incidents, Map<ResponseClass, Response> responses) {
  private static final double MILLIS_PER_SECOND = 1_000;

  public Slice {
    EnumMap<ResponseClass, Response> ordered = new EnumMap<>(ResponseClass.class);
    ordered.putAll(responses);
    responses = Collections.unmodifiableMap(ordered);
  }

  /**
   * How many were responded to, and how fast.
   *
   * @param count 1 or more
   */
  public record Response(long count, double meanSeconds) {}

  /** The mean response of a class in seconds; NaN where there was none. */
  public double meanSeconds(ResponseClass of) {
    Response response = responses.get(of);
    return response == null ? Double.NaN : response.meanSeconds();
  }

  /** A slice that is being counted. One thread. */
  static final class Count {
    private final EnumMap<ResponseClass, Sum> sums = new EnumMap<>(ResponseClass.class);
    private long incidents;

    private static final class Sum {
      private long count;
      private long millis;
    }

    void addIncident() {
      incidents++;
    }

    void add(ResponseClass of, long durationMillis) {
      Sum sum = sums.computeIfAbsent(of, first -> new Sum());
      sum.count++;
      sum.millis += Math.max(0, durationMillis);
    }

    Slice slice() {
      EnumMap<ResponseClass, Response> responses = new EnumMap<>(ResponseClass.class);
      sums.forEach(
          (of, sum) ->
              responses.put(
                  of, new Response(sum.count, sum.millis / MILLIS_PER_SECOND / sum.count)));
      return new Slice(incidents, responses);
    }
  }
}
