package org.doorstep.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record service that behaves as it is told to, down to the bytes; one answer a connection. */
public final class HostileRecords implements AutoCloseable {
  static final String BORN = "1967-10-23";
  private static final Pattern NUMBER = Pattern.compile("nhs-number%7C([0-9]{10})");
  private static final Pattern PATIENT = Pattern.compile("(?:Patient/p|patient=p)([0-9]{10})");
  private static final int ENDLESS_BYTES = 8_000_000;

  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = Behaviour.GOOD;

  /** What it does. */
  public enum Behaviour {
    GOOD,
    SEARCHES_ONLY,
    SEARCHES_WITHOUT_ALLERGIES,
    SEARCHES_WITH_ANOTHER,
    HANGS,
    DRIPS,
    ENDLESS,
    BREAKS_OFF,
    REDIRECTS,
    REFUSES,
    FAILS,
    WEB_PAGE,
    XML,
    BROKEN_JSON,
    OUTCOME,
    WRONG_RESOURCE,
    ANOTHER_PATIENT,
    ANOTHERS_RESOURCE,
    TWO_PATIENTS,
    ANOTHERS_BIRTH_DATE,
    NOBODY,
    FOREIGN_PAGE,
    PAGES_WITHOUT_END,
    EVERYTHING_HANGS
  }

  /** One that behaves, until it is told otherwise. */
  public HostileRecords() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "hostile-records");
    accepting.setDaemon(true);
    accepting.start();
  }

  public String base() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/fhir";
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** The request lines, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread one = new Thread(() -> serve(socket), "hostile-answer");
        one.setDaemon(true);
        one.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = in.readLine();
      for (String header = line; header != null && !header.isEmpty(); header = in.readLine()) {
        if (header.toLowerCase(Locale.ROOT).startsWith("authorization")) {
          asked.add(header.toLowerCase(Locale.ROOT));
        }
      }
      if (line != null) {
        asked.add(line);
        answer(socket.getOutputStream(), line);
      }
    } catch (IOException | UncheckedIOException | InterruptedException e) {
      // Whoever asked has gone.
    } finally {
      open.remove(socket);
    }
  }

  private void answer(OutputStream out, String line) throws IOException, InterruptedException {
    switch (behaviour) {
      case HANGS -> closed.await();
      case DRIPS -> drip(out);
      case ENDLESS -> endless(out);
      case BREAKS_OFF -> out.write(head(200, "application/fhir+json", 5_000, ""));
      case REDIRECTS -> send(out, 302, "text/plain", "", "Location: https://example.org/\r\n");
      case REFUSES -> send(out, 401, "application/json", "{}", "");
      case FAILS -> send(out, 500, "text/plain", "broken", "");
      case WEB_PAGE -> send(out, 200, "text/html", "<html><body>Sign in</body></html>", "");
      case XML -> send(out, 200, "application/fhir+xml", "<Bundle/>", "");
      case BROKEN_JSON -> json(out, "{\"resourceType\":\"Bundle\",");
      case OUTCOME -> json(out, "{\"resourceType\":\"OperationOutcome\"}");
      case WRONG_RESOURCE -> json(out, "{\"resourceType\":\"Practitioner\"}");
      default -> records(out, line);
    }
  }

  private void records(OutputStream out, String line) throws IOException, InterruptedException {
    Matcher search = NUMBER.matcher(line);
    if (search.find()) {
      json(out, found(search.group(1)));
      return;
    }
    Matcher patient = PATIENT.matcher(line);
    if (!patient.find()) {
      send(out, 404, "text/plain", "", "");
      return;
    }
    String number = patient.group(1);
    if (line.contains("$everything")) {
      everything(out, number, line);
    } else {
      search(out, number, line);
    }
  }

  private String found(String number) {
    return switch (behaviour) {
      case NOBODY -> bundle("", "");
      case ANOTHER_PATIENT -> bundle(patient("9990020027", BORN), "");
      case TWO_PATIENTS ->
          bundle(
              patient(number, BORN)
                  + "},{\"resource\":"
                  + patient(number, BORN).replace("\"p", "\"q"),
              "");
      case ANOTHERS_BIRTH_DATE -> bundle(patient(number, "2001-01-01"), "");
      default -> bundle(patient(number, BORN), "");
    };
  }

  private void everything(OutputStream out, String number, String line)
      throws IOException, InterruptedException {
    switch (behaviour) {
      case SEARCHES_ONLY, SEARCHES_WITHOUT_ALLERGIES, SEARCHES_WITH_ANOTHER ->
          send(out, 404, "text/plain", "", "");
      case EVERYTHING_HANGS -> closed.await();
      case ANOTHERS_RESOURCE -> json(out, bundle(all("9990020027"), ""));
      case FOREIGN_PAGE -> json(out, bundle(all(number), "https://example.org/next"));
      case PAGES_WITHOUT_END ->
          json(out, bundle(all(number), line.split(" ", -1)[1].replaceAll("[?].*", "") + "?more"));
      default -> json(out, bundle(all(number), ""));
    }
  }

  private void search(OutputStream out, String number, String line) throws IOException {
    boolean allergies = line.contains("AllergyIntolerance");
    if (allergies && behaviour == Behaviour.SEARCHES_WITHOUT_ALLERGIES) {
      send(out, 500, "text/plain", "", "");
    } else if (allergies && behaviour == Behaviour.SEARCHES_WITH_ANOTHER) {
      json(out, bundle(allergy("9990020027"), ""));
    } else if (allergies) {
      json(out, bundle(allergy(number), ""));
    } else if (line.contains("/Flag?")) {
      json(out, bundle(flag(number), ""));
    } else {
      json(out, bundle("", ""));
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    out.write(head(200, "application/fhir+json", 100_000, ""));
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 1_000; i++) {
      out.write(' ');
      out.flush();
      if (never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static void endless(OutputStream out) throws IOException {
    out.write(head(200, "application/fhir+json", Integer.MAX_VALUE, ""));
    byte[] blanks = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    for (int sent = 0; sent < ENDLESS_BYTES; sent += blanks.length) {
      out.write(blanks);
    }
  }

  private static void json(OutputStream out, String body) throws IOException {
    send(out, 200, "application/fhir+json", body, "");
  }

  private static void send(OutputStream out, int status, String type, String body, String more)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(head(status, type, bytes.length, more));
    out.write(bytes);
    out.flush();
  }

  private static byte[] head(int status, String type, int length, String more) {
    return "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
        .formatted(status, type, length, more)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String all(String number) {
    return allergy(number) + "},{\"resource\":" + flag(number);
  }

  private static String allergy(String number) {
    return """
        {"resourceType":"AllergyIntolerance","code":{"text":"Lies"},
         "patient":{"reference":"Patient/p%s"}}"""
        .formatted(number);
  }

  private static String flag(String number) {
    return """
        {"resourceType":"Flag","status":"active","code":{"text":"DNACPR"},
         "subject":{"reference":"Patient/p%s"}}"""
        .formatted(number);
  }

  private static String patient(String number, String born) {
    return """
        {"resourceType":"Patient","id":"p%s","birthDate":"%s","identifier":[
         {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}]}"""
        .formatted(number, born, number);
  }

  private static String bundle(String resources, String next) {
    String entries = resources.isEmpty() ? "" : ",\"entry\":[{\"resource\":" + resources + "}]";
    String link =
        next.isEmpty() ? "" : ",\"link\":[{\"relation\":\"next\",\"url\":\"%s\"}]".formatted(next);
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"" + link + entries + "}";
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
