package org.doorstep.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * How long a decision screen waits: an assessment in, over HTTP; made durable, decided by the
 * tables; what the tables say and the ranked destinations out. All three requests of the screen,
 * one after the other.
 */
public final class DecisionBench {
  private static final int OK = 200;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Places of the county, in turn. */
  private static final List<double[]> PLACES =
      List.of(
          new double[] {51.132, 0.263},
          new double[] {51.272, 0.524},
          new double[] {51.097, 0.535},
          new double[] {51.266, 0.072});

  /** What is found, in turn: each leads to another kind of place. */
  private static final List<List<String>> FOUND =
      List.of(
          List.of("UNINJURED_FALL"),
          List.of("FAST_POSITIVE"),
          List.of("STEMI", "CHEST_PAIN"),
          List.of("TRAUMA_TOOL_POSITIVE"),
          List.of("SYNCOPE"),
          List.of("MINOR_INJURY_OR_ILLNESS", "AMBULATORY"),
          List.of("FRAILTY_DECOMPENSATION"));

  private final URI server;
  private final String cookie;
  private final Map<String, @Nullable Object> example;
  private final HttpClient http = HttpClient.newHttpClient();
  private final InstantSource clock;

  /**
   * Milliseconds of wall time at the client.
   *
   * @param decisions how many were measured, after warming up
   */
  public record Result(
      int decisions,
      double decisionP50Millis,
      double decisionP99Millis,
      double decisionMaxMillis,
      double assessmentP99Millis,
      double readingP99Millis,
      double destinationsP99Millis) {}

  /**
   * A bench of a running server.
   *
   * @param cookie of a session that may assess
   * @param example an assessment to begin with
   */
  public DecisionBench(
      URI server, String cookie, Map<String, @Nullable Object> example, InstantSource clock) {
    this.server = server;
    this.cookie = cookie;
    this.example = example;
    this.clock = clock;
  }

  /** Measures. */
  public Result run(int warmUp, int decisions) throws IOException, InterruptedException {
    List<Long> incidents = new ArrayList<>();
    for (double[] place : PLACES) {
      incidents.add(open(place));
    }
    for (int number = 0; number < warmUp; number++) {
      decide(incidents, number);
    }
    List<long[]> taken = new ArrayList<>();
    for (int number = 0; number < decisions; number++) {
      taken.add(decide(incidents, number));
    }
    return new Result(
        decisions,
        at(0.5, taken.stream().map(DecisionBench::sum).toList()),
        at(0.99, taken.stream().map(DecisionBench::sum).toList()),
        at(1, taken.stream().map(DecisionBench::sum).toList()),
        at(0.99, taken.stream().map(each -> each[0]).toList()),
        at(0.99, taken.stream().map(each -> each[1]).toList()),
        at(0.99, taken.stream().map(each -> each[2]).toList()));
  }

  private long[] decide(List<Long> incidents, int number) throws IOException, InterruptedException {
    long incident = incidents.get(number % incidents.size());
    String patient = "/api/areas/WEST_KENT/patients/%d/1".formatted(incident);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("patient", Map.of("incident", incident, "number", 1));
    body.put("assessment", assessment(FOUND.get(number % FOUND.size())));
    long begun = System.nanoTime();
    command("RecordAssessment", body);
    long assessed = System.nanoTime();
    get(patient);
    long read = System.nanoTime();
    get(patient + "/destinations");
    return new long[] {assessed - begun, read - assessed, System.nanoTime() - read};
  }

  private Map<String, @Nullable Object> assessment(List<String> present) {
    Map<String, @Nullable Object> assessment = new LinkedHashMap<>(example);
    assessment.remove("destinations");
    Map<String, @Nullable Object> findings = JsonTree.object(example.get("findings"), "/findings");
    List<Object> absent = new ArrayList<>();
    for (String list : List.of("present", "absent")) {
      if (findings.get(list) instanceof List<?> all) {
        all.stream().filter(each -> !present.contains(String.valueOf(each))).forEach(absent::add);
      }
    }
    assessment.put("findings", Map.of("present", present, "absent", absent));
    return assessment;
  }

  private long open(double[] place) throws IOException, InterruptedException {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("call", Map.of("complaint", "Measured", "patients", List.of()));
    body.put("category", "C3");
    body.put("place", Map.of("lat", place[0], "lon", place[1]));
    Object incident = command("OpenIncident", body).get("incident");
    if (incident instanceof Long number) {
      return number;
    }
    throw new IOException("The server opened no incident.");
  }

  private Map<String, @Nullable Object> command(String name, Map<String, @Nullable Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request("/api/areas/WEST_KENT/commands/" + name)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", Uuid7.at(clock.instant()).toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(RecordJson.write(body)))
            .build();
    return JsonTree.parseObject(send(request));
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie);
  }

  private byte[] send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK) {
      throw new IOException(
          "The server answered (%d) to (%s).".formatted(answer.statusCode(), request.uri()));
    }
    return answer.body();
  }

  private static long sum(long[] parts) {
    return parts[0] + parts[1] + parts[2];
  }

  private static double at(double share, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int place = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, place)) / NANOS_PER_MILLI;
  }
}
