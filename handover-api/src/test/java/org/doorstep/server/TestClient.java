package org.doorstep.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;

/** Speaks to a server as a browser would, cookie and all. */
public final class TestClient {
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String address;

  /** An answer: its status, and its body as text and as a tree where it is JSON. */
  public record Answer(int status, String contentType, String text) {
    public Map<String, @Nullable Object> json() {
      return JsonTree.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    public String code() {
      return String.valueOf(json().get("code"));
    }

    public List<?> list(String field) {
      Object value = json().get(field);
      if (value instanceof List<?> list) {
        return list;
      }
      throw new AssertionError("No list (%s) in %s".formatted(field, text));
    }

    public long number(String field) {
      Object value = json().get(field);
      if (value instanceof Long number) {
        return number;
      }
      throw new AssertionError("No number (%s) in %s".formatted(field, text));
    }
  }

  /** One server-sent event. */
  public record Event(String id, String name, String text) {
    public Map<String, @Nullable Object> data() {
      return JsonTree.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    public long number(String field) {
      Object value = data().get(field);
      if (value instanceof Long number) {
        return number;
      }
      throw new AssertionError("No number (%s) in (%s)".formatted(field, name));
    }

    public List<?> list(String field) {
      Object value = data().get(field);
      if (value instanceof List<?> list) {
        return list;
      }
      throw new AssertionError("No list (%s) in (%s)".formatted(field, name));
    }
  }

  public TestClient(String address) {
    this.address = address;
  }

  public Answer signIn(String user, String password) throws Exception {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("user", user);
    body.put("password", password);
    return post("/api/session", body);
  }

  public Answer get(String path) throws Exception {
    return send(request(path).GET());
  }

  public Answer delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object body) throws Exception {
    return send(request(path).POST(bytes(RecordJson.write(body))));
  }

  public Answer put(String path, Object body) throws Exception {
    return send(request(path).PUT(bytes(RecordJson.write(body))));
  }

  public Answer postBytes(String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request = request(path).POST(bytes(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Makes or changes a closure: a version of 0 means a new one. */
  public Answer close(String id, long saw, String json) throws Exception {
    return send(versioned(id, saw).PUT(bytes(json.getBytes(StandardCharsets.UTF_8))));
  }

  /** Lifts a closure. */
  public Answer lift(String id, long saw) throws Exception {
    return send(versioned(id, saw).DELETE());
  }

  private HttpRequest.Builder versioned(String id, long saw) {
    HttpRequest.Builder request = request("/api/areas/WEST_KENT/closures/" + id);
    return saw == 0
        ? request.header("If-None-Match", "*")
        : request.header("If-Match", "\"" + saw + "\"");
  }

  public Answer command(String name, String json) throws Exception {
    return command(name, json, Uuid7.at(Instant.now()));
  }

  public Answer command(String name, String json, UUID key) throws Exception {
    return postBytes(
        "/api/areas/WEST_KENT/commands/" + name,
        json.getBytes(StandardCharsets.UTF_8),
        "Idempotency-Key",
        key.toString());
  }

  /** Opens an incident and says its number. */
  public long open(String complaint, String category, double lat, double lon) throws Exception {
    return command(
            "OpenIncident",
            """
            {"call":{"complaint":"%s","patients":[]},"category":"%s",
             "place":{"lat":%s,"lon":%s,"label":"Row Street"}}
            """
                .formatted(complaint, category, lat, lon))
        .number("incident");
  }

  /** Puts an ambulance on shift. */
  public Answer signOn(String unit) throws Exception {
    return command(
        "SignOnUnit",
        """
        {"unit":"%s","shift":{"kind":"AMBULANCE","base":"Tonbridge",
         "capabilities":["ASSESSMENT","EMERGENCY_CARE","CONVEYANCE"],
         "endsAt":"%s"}}
        """
            .formatted(unit, Instant.now().plus(Duration.ofHours(8))));
  }

  public Answer board() throws Exception {
    return get("/api/areas/WEST_KENT/board");
  }

  /** Waits until the board shows an event: it follows the log, a little after the reply. */
  public void awaitBoard(long sequence) throws Exception {
    if (board().number("sequence") >= sequence) {
      return;
    }
    try (Stream stream = stream()) {
      while (board().number("sequence") < sequence) {
        stream.any();
      }
    }
  }

  /** Follows the board. */
  public Stream stream(String... headers) throws Exception {
    HttpRequest.Builder request = request("/api/areas/WEST_KENT/stream").GET();
    HttpResponse<InputStream> response =
        http.send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError("The stream was refused: " + response.statusCode());
    }
    return new Stream(response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(WAIT_MAX);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  private static HttpRequest.BodyPublisher bytes(byte[] body) {
    return HttpRequest.BodyPublishers.ofByteArray(body);
  }

  /** An open event stream; reading waits for the next event. */
  public static final class Stream implements AutoCloseable {
    private final BufferedReader reader;

    private Stream(InputStream in) {
      this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next event that is no heartbeat. */
    public Event next() throws IOException {
      Event event = any();
      while (event.name().equals("heartbeat")) {
        event = any();
      }
      return event;
    }

    /** The next event of all. */
    public Event any() throws IOException {
      String id = "";
      String name = "";
      while (true) {
        String line = reader.readLine();
        if (line == null) {
          throw new AssertionError("The stream has ended.");
        }
        if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          return new Event(id, name, line.substring("data: ".length()));
        }
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
