package org.doorstep.handover.outbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.receipt.Receipt;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A practice's system: a real FHIR server on a real socket, which shows each message once and
 * answers as the test says.
 */
final class FhirReceiver {
  /** The letters that a person at the practice sees, each message once. */
  final Map<UUID, HandoverLetter> shown = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Every body that came in. */
  final List<UUID> arrived = Collections.synchronizedList(new ArrayList<>());

  private final Server server = new Server(0);
  private final Provider provider = new Provider();
  private volatile Behaviour behaviour;

  /** What it does with a message that it has filed. */
  interface Behaviour {
    /** Answers, or does not. */
    void answer(HandoverLetter letter, HttpServletResponse response) throws Exception;
  }

  FhirReceiver(Behaviour behaviour) throws Exception {
    this.behaviour = behaviour;
    RestfulServer fhir = new RestfulServer(FhirContext.forR4Cached());
    fhir.registerProvider(provider);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(fhir), "/fhir/*");
    server.setHandler(context);
    server.start();
  }

  void behave(Behaviour other) {
    behaviour = other;
  }

  HttpChannel.Endpoint endpoint() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return new HttpChannel.Endpoint(
        URI.create("http://127.0.0.1:%d/fhir/$process-message".formatted(port)), Optional.empty());
  }

  static void receipt(HttpServletResponse response, int status, Receipt receipt)
      throws IOException {
    body(response, status, new FhirReceipts().write(receipt));
  }

  static void body(HttpServletResponse response, int status, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/fhir+json");
    response.getOutputStream().write(body);
  }

  static void body(HttpServletResponse response, int status, String body) throws IOException {
    body(response, status, body.getBytes(StandardCharsets.UTF_8));
  }

  void stop() throws Exception {
    server.stop();
  }

  /** The operation, as the server's library calls it. */
  public final class Provider {
    /** Files the message, then does as it is told. */
    @Operation(name = "$process-message", manualRequest = true, manualResponse = true)
    public void process(HttpServletRequest request, HttpServletResponse response) throws Exception {
      byte[] body = request.getInputStream().readAllBytes();
      if (!(new FhirLetters().read(body) instanceof LetterReading.Understood understood)) {
        response.sendError(422);
        return;
      }
      HandoverLetter letter = understood.letter();
      arrived.add(letter.head().id());
      shown.putIfAbsent(letter.head().id(), letter);
      behaviour.answer(letter, response);
    }
  }
}
