package org.doorstep.handover.outbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.outbox.OutgoingMessage.Kind;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.receipt.ReceiptReading;
import org.doorstep.handover.receipt.ReceiptTranslator;

/**
 * Posts messages to other systems: {@code POST …/$process-message}.
 *
 * <p>A receipt in the answer is the answer. A success without one says that the message is taken
 * and that the receipt comes on its own. What the other side calls our fault is hopeless, but for
 * being too early or too much; what is its own fault, or silence, is tried again. Only addresses
 * that were given are ever called, and no redirection is followed.
 */
public final class HttpChannel implements Channel {
  private static final String FHIR_JSON = "application/fhir+json; charset=utf-8";
  private static final String TARGET = "NHSD-Target-Identifier";
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int BAD_REQUEST = 400;
  private static final int TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  private final String name;
  private final Map<String, Endpoint> endpoints;
  private final ReceiptTranslator receipts;
  private final Duration within;
  private final Clock clock;
  private final HttpClient client;

  /**
   * Another system.
   *
   * @param uri with {@code $process-message}
   * @param token shown as a bearer token, where it is asked for
   * @param target the service that it is for, digits; named in a header where it is given
   */
  public record Endpoint(URI uri, Optional<String> token, Optional<String> target) {
    /** Another system that is asked for by its address alone. */
    public Endpoint(URI uri, Optional<String> token) {
      this(uri, token, Optional.empty());
    }

    @Override
    public String toString() {
      return "Endpoint[" + uri + "]";
    }
  }

  /**
   * A channel.
   *
   * @param name by what addresses name it
   * @param endpoints where each address is
   * @param within how long one exchange may take altogether
   */
  public HttpChannel(
      String name,
      Map<String, Endpoint> endpoints,
      ReceiptTranslator receipts,
      Duration within,
      Clock clock) {
    this.name = name;
    this.endpoints = Map.copyOf(endpoints);
    this.receipts = receipts;
    this.within = within;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(within)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(OutgoingMessage message, byte[] body) {
    Endpoint endpoint = endpoints.get(message.address().to());
    if (endpoint == null) {
      return new Delivery.Hopeless(
          "The address (%s) is not known here.".formatted(message.address().to()));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.uri())
            .header("Content-Type", FHIR_JSON)
            .header("Accept", "application/fhir+json")
            .header("X-Request-Id", message.id().toString())
            .header("X-Correlation-Id", message.id().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    endpoint.target().ifPresent(service -> request.header(TARGET, target(service)));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), info -> new BoundedBody());
    try {
      return judge(message, answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Delivery.Silent("No answer within %d milliseconds.".formatted(within.toMillis()));
    } catch (ExecutionException e) {
      return new Delivery.Silent(
          "No connection, or it broke (%s).".formatted(cause(e).getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Failed("Stopped while waiting for the answer.");
    }
  }

  /** As the standard's header has it: a JSON object in Base64. */
  private static String target(String service) {
    String json =
        "{\"value\":\"%s\",\"system\":\"https://fhir.nhs.uk/Id/dos-service-id\"}"
            .formatted(service);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  private Delivery judge(OutgoingMessage message, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    byte[] body = response.body();
    ReceiptReading reading =
        body.length == 0 ? new ReceiptReading.Remark(false, false) : receipts.read(body);
    boolean receiverSpoke = status < SERVER_FAULT && status != TIMEOUT && status != TOO_MANY;
    if (reading instanceof ReceiptReading.Understood understood && receiverSpoke) {
      return new Delivery.Answered(understood.receipt());
    }
    if (status == CONFLICT
        && reading instanceof ReceiptReading.Remark remark
        && remark.duplicate()) {
      return new Delivery.Answered(receipt(message, ReceiptCode.DUPLICATE));
    }
    if (status >= OK && status < REDIRECT) {
      if (message.kind() == Kind.RESPONSE) {
        // Nobody answers an answer: the standard has a status for it and nothing else.
        return new Delivery.Answered(receipt(message, ReceiptCode.SUCCESS));
      }
      return reading instanceof ReceiptReading.Remark remark && !remark.error()
          ? new Delivery.Taken()
          : new Delivery.Failed("HTTP %d with an answer that is no receipt.".formatted(status));
    }
    boolean ours = status >= BAD_REQUEST && status < SERVER_FAULT;
    boolean passing = status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
    return ours && !passing
        ? new Delivery.Hopeless("The receiver calls it our fault: HTTP %d.".formatted(status))
        : new Delivery.Silent("HTTP %d.".formatted(status));
  }

  /** What the exchange itself says, where no receipt came with it. */
  private Receipt receipt(OutgoingMessage message, ReceiptCode code) {
    return new Receipt(
        DerivedId.of(code.name().toLowerCase(Locale.ROOT), message.id().toString()),
        message.id(),
        code,
        clock.instant(),
        message.address().to(),
        Optional.empty());
  }
}
