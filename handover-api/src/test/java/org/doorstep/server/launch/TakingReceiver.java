package org.doorstep.server.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.jspecify.annotations.Nullable;

/** Takes every message that is posted to it, keeps its bytes, and answers with a receipt. */
final class TakingReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final Semaphore taken = new Semaphore(0);
  private final ConcurrentLinkedQueue<byte[]> messages = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<byte[]> receipts = new ConcurrentLinkedQueue<>();

  TakingReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:%d/$process-message".formatted(server.getAddress().getPort());
  }

  /** Waits for so many messages in all, and says whether they came. */
  boolean await(int count, long seconds) throws InterruptedException {
    return taken.tryAcquire(count, seconds, TimeUnit.SECONDS);
  }

  List<byte[]> messages() {
    return List.copyOf(messages);
  }

  List<byte[]> receipts() {
    return List.copyOf(receipts);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, @Nullable Object> bundle = JsonTree.parseObject(body);
    UUID id = UUID.fromString(String.valueOf(bundle.get("id")));
    byte[] receipt =
        new FhirReceipts()
            .write(
                new Receipt(
                    DerivedId.of("taken", id.toString()),
                    id,
                    ReceiptCode.SUCCESS,
                    Instant.parse("2026-11-26T12:00:00Z"),
                    "Sample receiver",
                    Optional.empty()));
    messages.add(body);
    receipts.add(receipt);
    exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(200, receipt.length);
    exchange.getResponseBody().write(receipt);
    exchange.close();
    taken.release();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
