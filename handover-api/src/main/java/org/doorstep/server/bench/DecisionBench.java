package org.doorstep.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  /** Whose session the desk's is. */
  public static final String DESK = "desk";

  /** The crews that assess. */
  public static final List<String> UNITS = List.of("M1", "M2", "M3", "M4");

  private static final int OK = 200;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Duration SHIFT = Duration.ofHours(8);
  private static final int ATTEMPTS_MAX = 50;

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
  private final Map<String, String> cookies;
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
   * @param cookies of sessions: of the desk, and of each crew of {@link #UNITS} by its call sign
   * @param example an assessment to begin with
   */
  public DecisionBench(
      URI server,
      Map<String, String> cookies,
      Map<String, @Nullable Object> example,
      InstantSource clock) {
    this.server = server;
    this.cookies = cookies;
    this.example = example;
    this.clock = clock;
  }

  /** Measures. */
  public Result run(int warmUp, int decisions) throws IOException, InterruptedException {
    List<Long> incidents = open(warmUp);
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

  /** Incidents with crews at their side, after so many decisions that are not counted. */
  List<Long> open(int warmUp) throws IOException, InterruptedException {
    List<Long> incidents = new ArrayList<>();
    for (double[] place : PLACES) {
      incidents.add(attended(place, UNITS.get(incidents.size())));
    }
    for (int number = 0; number < warmUp; number++) {
      decide(incidents, number);
    }
    return incidents;
  }

  /** Nanoseconds of one command, from the request until it is durable and answered. */
  long commandNanos(List<Long> incidents, int number) throws IOException, InterruptedException {
    return decide(incidents, number)[0];
  }

  private long[] decide(List<Long> incidents, int number) throws IOException, InterruptedException {
    int turn = number % incidents.size();
    long incident = incidents.get(turn);
    String crew = UNITS.get(turn);
    String patient = "/api/areas/WEST_KENT/patients/%d/1".formatted(incident);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("patient", Map.of("incident", incident, "number", 1));
    body.put("assessment", assessment(FOUND.get(number % FOUND.size())));
    long begun = System.nanoTime();
    command(crew, "RecordAssessment", body);
    long assessed = System.nanoTime();
    get(crew, "/api/areas/WEST_KENT/patients");
    long read = System.nanoTime();
    get(crew, patient + "/destinations");
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

  /** An incident with a crew at the patient's side. */
  private long attended(double[] place, String unit) throws IOException, InterruptedException {
    Map<String, @Nullable Object> shift = new LinkedHashMap<>();
    shift.put("kind", "AMBULANCE");
    shift.put("base", "Tonbridge");
    shift.put("capabilities", List.of("ASSESSMENT", "EMERGENCY_CARE", "CONVEYANCE"));
    shift.put("endsAt", clock.instant().plus(SHIFT).toString());
    command(DESK, "SignOnUnit", of("unit", unit, "shift", shift));
    Map<String, @Nullable Object> call = of("complaint", "Measured", "patients", List.of());
    Map<String, @Nullable Object> body = of("call", call, "category", "C3");
    body.put("place", Map.of("lat", place[0], "lon", place[1]));
    if (!(command(DESK, "OpenIncident", body).get("incident") instanceof Long incident)) {
      throw new IOException("The server opened no incident.");
    }
    assign(incident, unit);
    Map<String, @Nullable Object> stage = of("incident", incident, "unit", unit);
    stage.put("stage", "AT_PATIENT");
    command(unit, "ReportJobStage", stage);
    return incident;
  }

  /** Versions move while drives are asked for: it looks again until nothing has moved between. */
  private void assign(long incident, String unit) throws IOException, InterruptedException {
    String refusal = "";
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Map<String, @Nullable Object> board =
          JsonTree.parseObject(get(DESK, "/api/areas/WEST_KENT/board"));
      Map<String, @Nullable Object> body = of("incident", incident, "unit", unit);
      body.put("overrideReason", "OTHER");
      body.put(
          "saw",
          of(
              "incident", version(board, "incidents", "incident", incident),
              "unit", version(board, "units", "unit", unit)));
      HttpResponse<byte[]> answer = ask(DESK, "AssignUnit", body);
      if (answer.statusCode() == OK) {
        return;
      }
      refusal = new String(answer.body(), StandardCharsets.UTF_8);
    }
    throw new IOException("The server sent nobody: " + refusal);
  }

  /** The version that the board shows; 1 while it does not show it yet. */
  private static Object version(
      Map<String, @Nullable Object> board, String list, String key, Object wanted) {
    if (board.get(list) instanceof List<?> all) {
      for (Object each : all) {
        if (each instanceof Map<?, ?> shown
            && wanted.equals(shown.get(key))
            && shown.get("version") instanceof Long version) {
          return version;
        }
      }
    }
    return 1L;
  }

  private static Map<String, @Nullable Object> of(
      String first, Object one, String second, Object other) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(first, one);
    body.put(second, other);
    return body;
  }

  private Map<String, @Nullable Object> command(
      String who, String name, Map<String, @Nullable Object> body)
      throws IOException, InterruptedException {
    return JsonTree.parseObject(good(ask(who, name, body)));
  }

  private HttpResponse<byte[]> ask(String who, String name, Map<String, @Nullable Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(who, "/api/areas/WEST_KENT/commands/" + name)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", Uuid7.at(clock.instant()).toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(RecordJson.write(body)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private byte[] get(String who, String path) throws IOException, InterruptedException {
    return good(
        http.send(request(who, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  private HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Cookie", cookies.getOrDefault(who, ""));
  }

  private static byte[] good(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != OK) {
      throw new IOException(
          "The server answered (%d) to (%s): %s"
              .formatted(
                  answer.statusCode(),
                  answer.uri(),
                  new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return answer.body();
  }

  private static long sum(long[] parts) {
    return parts[0] + parts[1] + parts[2];
  }

  static double at(double share, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int place = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, place)) / NANOS_PER_MILLI;
  }
}
