package org.doorstep.simulator.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The incidents of one hour, one week, or one group of places.
 *
 * @param incidents all that count
 * @param responses of each class, without those that had none
 */
public record Slice(long incidents, Map<ResponseClass, Response> responses) {
  /** Most slices are small, and there are hundreds of them. */
  private static final int ROOM = 16;

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
  public record Response(long count, double meanSeconds, double p90Seconds) {}

  /** The mean response of a class in seconds; NaN where there was none. */
  public double meanSeconds(ResponseClass of) {
    Response response = responses.get(of);
    return response == null ? Double.NaN : response.meanSeconds();
  }

  /** The 90th centile of a class in seconds; NaN where there was none. */
  public double p90Seconds(ResponseClass of) {
    Response response = responses.get(of);
    return response == null ? Double.NaN : response.p90Seconds();
  }

  /** A slice that is being counted. One thread. */
  static final class Count {
    private final EnumMap<ResponseClass, Times> times = new EnumMap<>(ResponseClass.class);
    private long incidents;

    void addIncident() {
      incidents++;
    }

    void add(ResponseClass of, long durationMillis) {
      times.computeIfAbsent(of, first -> new Times(ROOM)).add(durationMillis);
    }

    Slice slice() {
      EnumMap<ResponseClass, Response> responses = new EnumMap<>(ResponseClass.class);
      times.forEach(
          (of, all) ->
              responses.put(of, new Response(all.count(), all.meanSeconds(), all.p90Seconds())));
      return new Slice(incidents, responses);
    }
  }
}
