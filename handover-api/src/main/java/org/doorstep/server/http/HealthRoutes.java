package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * Whether the process answers, and whether the board can be used; for monitors, without sign-in.
 */
final class HealthRoutes {
  private final List<Check> checks;

  /**
   * Something that readiness needs.
   *
   * @param fault what is wrong with it, empty when nothing is; blocks
   */
  record Check(String name, Supplier<Optional<String>> fault) {}

  private record Checked(String name, boolean ok, Optional<String> detail) {}

  private record Health(boolean ready, List<Checked> checks) {}

  HealthRoutes(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  void mount(Router router) {
    router
        .get("/health/live")
        .handler(
            context -> {
              var unused = context.response().end("live\n");
            });
    router.get("/health/ready").handler(this::ready);
  }

  private void ready(RoutingContext context) {
    Requests.blocking(
        context,
        this::look,
        health -> {
          var unused =
              context
                  .response()
                  .setStatusCode(health.ready() ? 200 : 503)
                  .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(Buffer.buffer(RecordJson.write(health)));
        });
  }

  private Health look() {
    List<Checked> checked = new ArrayList<>();
    for (Check check : checks) {
      Optional<String> fault = check.fault().get();
      checked.add(new Checked(check.name(), fault.isEmpty(), fault));
    }
    return new Health(checked.stream().allMatch(Checked::ok), checked);
  }
}
