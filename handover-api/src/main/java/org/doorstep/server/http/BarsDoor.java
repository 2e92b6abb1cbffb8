package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where other systems put their messages; checks who they are and hands the bytes on as sent. */
public final class BarsDoor {
  private static final Problem TOKEN_MISSING =
      Problem.of(401, "token-missing", "A system must show its token.");
  private static final String BEARER = "Bearer ";

  /** More than the inbox takes, so that what is too large is refused in FHIR's own words. */
  private static final long BODY_BYTES_MAX = 8_388_608;

  private final Inbox inbox;
  private final Map<String, String> tokens;
  private final boolean requireToken;

  /** Takes a message and answers; blocks. */
  public interface Inbox {
    /**
     * Stores the message as received and judges it.
     *
     * @param contentType as sent, if it was
     */
    Answer receive(byte[] body, @Nullable String contentType);
  }

  /** The answer to a message. */
  public record Answer(int status, Buffer body, String contentType) {}

  /**
   * A door.
   *
   * @param tokens each system's name by its token
   */
  public BarsDoor(Inbox inbox, Map<String, String> tokens, boolean requireToken) {
    this.inbox = inbox;
    this.tokens = Map.copyOf(tokens);
    this.requireToken = requireToken;
  }

  void mount(Router router) {
    router
        .postWithRegex("/bars/\\$process-message")
        .setName("/bars/$process-message")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(this::receive);
  }

  private void receive(RoutingContext context) {
    if (requireToken && findSystem(context).isEmpty()) {
      throw new ProblemFault(TOKEN_MISSING);
    }
    byte[] body = Requests.body(context);
    String contentType = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    Requests.blocking(
        context,
        () -> inbox.receive(body, contentType),
        answer -> {
          var unused =
              context
                  .response()
                  .setStatusCode(answer.status())
                  .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                  .end(answer.body());
        });
  }

  private Optional<String> findSystem(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      return Optional.empty();
    }
    byte[] shown = header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
    return tokens.entrySet().stream()
        .filter(each -> MessageDigest.isEqual(bytes(each.getKey()), shown))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static byte[] bytes(String token) {
    return token.getBytes(StandardCharsets.UTF_8);
  }
}
