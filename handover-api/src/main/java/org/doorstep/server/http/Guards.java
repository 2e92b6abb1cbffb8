package org.doorstep.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every request passes: safe headers on the answer, and no change from a foreign page. */
final class Guards {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String HSTS = "max-age=31536000";

  private Guards() {}

  /** Adds the headers that hold a browser to our own origin. */
  static void headers(RoutingContext context, String contentSecurityPolicy, boolean secure) {
    context
        .response()
        .putHeader("Content-Security-Policy", contentSecurityPolicy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
      context.response().putHeader("Strict-Transport-Security", HSTS);
    }
    context.next();
  }

  /** Refuses a change that another site's page has asked the browser for. */
  static void origin(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!SAFE.contains(request.method()) && isForeign(request)) {
      throw new ProblemFault(Problems.FOREIGN_ORIGIN);
    }
    context.next();
  }

  private static boolean isForeign(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    return origin != null && !sameHost(origin, request);
  }

  private static boolean sameHost(String origin, HttpServerRequest request) {
    try {
      @Nullable String authority = URI.create(origin).getRawAuthority();
      return request.authority() != null
          && authority != null
          && authority.equalsIgnoreCase(request.authority().toString());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
