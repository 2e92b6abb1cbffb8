package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.doorstep.server.TestClient;
import org.doorstep.server.http.BarsWorld.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * FEATURE: whatever comes in where other systems ask, the answer has the right status and says why
 * as an outcome of FHIR, nothing of a patient is in it or in the log, memory stays bounded, and the
 * next good message is taken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class HostileMessagesTest {
  private static final long HEAP_GROWTH_BYTES_MAX = 96L * 1_048_576;
  private static final long STREAMED_BYTES_MAX = 16L * 1_048_576;
  private static final int CHUNK_BYTES = 65_536;
  private static final int CHUNKS_MAX = 4_096;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Level level = Level.INFO;
  private BarsWorld world;
  private TestClient desk;
  private String known = "";

  @BeforeAll
  void start() throws Exception {
    world = BarsWorld.start();
    desk = world.server.client("desk1");
    known = UUID.randomUUID().toString();
    world.post(BarsWorld.CAD, BarsWorld.message(known, "2222222222", "new", "active"));
    logged.start();
    // As a server logs that runs for real.
    level = root().getLevel();
    root().setLevel(Level.INFO);
    root().addAppender(logged);
  }

  @AfterAll
  void stop() {
    root().detachAppender(logged);
    root().setLevel(level);
    world.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private List<HostileCase> table() {
    List<HostileCase> table = new ArrayList<>(BrokenBodies.CASES);
    table.addAll(OddBodies.CASES);
    table.addAll(HostileReads.puts(known));
    table.addAll(HostileReads.CASES);
    return table;
  }

  @Test
  void table_isAnsweredLineByLine_andTheNextGoodMessageIsTaken() throws Exception {
    List<String> faults = new ArrayList<>();
    long before = usedBytes();
    for (HostileCase each : table()) {
      Got got = send(each);
      check(each.name(), got.status(), got.text(), each.statuses(), faults);
      if (got.status() >= 400 && !got.text().contains("\"REC_")) {
        faults.add("%s: %d without a code of the standard".formatted(each.name(), got.status()));
      }
      Got next = world.post(BarsWorld.CAD, HostileBodies.good());
      if (next.status() != 200) {
        faults.add("%s: the next good message got %d".formatted(each.name(), next.status()));
      }
    }
    long grown = usedBytes() - before;

    assertThat(faults).isEmpty();
    assertThat(table()).hasSizeGreaterThan(60);
    assertThat(grown).isLessThan(HEAP_GROWTH_BYTES_MAX);
    assertThat(logLines()).contains("The message (").contains("was refused");
    assertThat(secretsIn(logLines())).isEmpty();
  }

  @Test
  void storeOfPracticeRecords_askedBadly_answersWithAnOutcome() throws Exception {
    List<String> faults = new ArrayList<>();
    String patient = "/fhir/r4/Patient";
    for (String path :
        List.of(
            patient,
            patient + "?identifier=Fennelsecret",
            patient + "?identifier=%00",
            patient + "?identifier=" + "9".repeat(3_000),
            patient + "?identifier=1&identifier=2")) {
      TestClient.Answer answer = desk.get(path);
      check(path, answer.status(), answer.text(), List.of(400), faults);
    }
    for (String path :
        List.of("/a%00b", "/" + "x".repeat(3_000), "/..%2F..%2Fx", "/'%20or%201=1")) {
      TestClient.Answer answer = desk.get(patient + path);
      check(path, answer.status(), answer.text(), List.of(404), faults);
    }
    byte[] body = HostileBodies.good().getBytes(StandardCharsets.UTF_8);
    TestClient.Answer posted = desk.postBytes(patient, body, "Content-Type", HostileCase.JSON);
    check("post", posted.status(), posted.text(), List.of(405, 404), faults);
    byte[] large = HostileBodies.padded(3_000_000).getBytes(StandardCharsets.UTF_8);
    TestClient.Answer tooLarge = desk.postBytes(patient, large, "Content-Type", HostileCase.JSON);
    check("post 3 MB", tooLarge.status(), tooLarge.text(), List.of(422), faults);
    TestClient.Answer stranger = new TestClient(world.server.address()).get(patient);
    check("nobody", stranger.status(), stranger.text(), List.of(401), faults);

    assertThat(faults).isEmpty();
    assertThat(desk.get(patient + "?identifier=9990000000").status()).isEqualTo(200);
    assertThat(secretsIn(logLines())).isEmpty();
  }

  /** Counts what the server lets through, not how long it takes. */
  @Test
  void bodyWithoutAnEnd_isGivenUpAfterAFewMegabytes() throws Exception {
    for (String token : List.of(BarsWorld.CAD, "nobody")) {
      Streamed streamed = stream(token);

      assertThat(streamed.status()).as(token).contains(token.equals("nobody") ? "401" : "422");
      assertThat(streamed.bytes()).as(token).isLessThan(STREAMED_BYTES_MAX);
      assertThat(world.post(BarsWorld.CAD, HostileBodies.good()).status()).isEqualTo(200);
    }
  }

  /** What the server said, and how much it had taken by then. */
  private record Streamed(String status, long bytes) {}

  private Streamed stream(String token) throws IOException {
    int port = world.server.running().port();
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /bars/$process-message HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: application/fhir+json\r
          Transfer-Encoding: chunked\r
          \r
          """
              .formatted(token)
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = ("x".repeat(CHUNK_BYTES) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      long bytes = 0;
      try {
        for (int i = 0; i < CHUNKS_MAX && socket.getInputStream().available() == 0; i++) {
          out.write("%x\r\n".formatted(CHUNK_BYTES).getBytes(StandardCharsets.US_ASCII));
          out.write(chunk);
          bytes += CHUNK_BYTES;
        }
      } catch (IOException e) {
        // The server has hung up, as it may: what it said is still to be read.
      }
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return new Streamed(String.valueOf(reader.readLine()), bytes);
    }
  }

  private Got send(HostileCase each) throws Exception {
    String[] route = each.route().split(" ", 2);
    String[] headers =
        route[0].equals("POST")
            ? new String[] {"Content-Type", each.type()}
            : BarsWorld.usual("Content-Type", each.type());
    return world.send(
        route[0],
        route[1],
        BarsWorld.CAD,
        HttpRequest.BodyPublishers.ofByteArray(each.body().get()),
        headers);
  }

  private static void check(
      String name, int status, String text, List<Integer> expected, List<String> faults) {
    if (!expected.contains(status)) {
      faults.add("%s: %d, not %s".formatted(name, status, expected));
    }
    if (status >= 400 && !text.replace(" ", "").contains("OperationOutcome")) {
      faults.add("%s: %d without an outcome: %s".formatted(name, status, text));
    }
    if (text.contains("\tat ") || text.contains("Exception") || text.contains("org.doorstep")) {
      faults.add("%s: a trace is in the answer".formatted(name));
    }
    if (status >= 400) {
      secretsIn(text).forEach(secret -> faults.add("%s tells (%s)".formatted(name, secret)));
    }
  }

  private static List<String> secretsIn(String text) {
    return List.of(
            HostileBodies.NAME, HostileBodies.NAME.toLowerCase(Locale.ROOT), HostileBodies.NUMBER)
        .stream()
        .filter(text::contains)
        .toList();
  }

  private String logLines() {
    StringBuilder lines = new StringBuilder();
    for (ILoggingEvent event : List.copyOf(logged.list)) {
      lines.append(event.getFormattedMessage()).append('\n');
      IThrowableProxy fault = event.getThrowableProxy();
      while (fault != null) {
        lines.append(fault.getMessage()).append('\n');
        fault = fault.getCause();
      }
    }
    return lines.toString();
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
