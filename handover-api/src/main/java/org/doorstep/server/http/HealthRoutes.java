package org.doorstep.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.delivery.MessageFigures;

/**
 * Whether the process answers, and whether the board can be used; for monitors, without sign-in.
 */
final class HealthRoutes {
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final List<Check> checks;
  private final Supplier<Future<Map<String, Map<String, Long>>>> summaries;
  private final Supplier<MessageFigures> messages;

  /**
   * Something that readiness needs.
   *
   * @param fault what is wrong with it, empty when nothing is; blocks
   */
  record Check(String name, Supplier<Optional<String>> fault) {}

  private record Checked(String name, boolean ok, Optional<String> detail) {}

  private record Health(boolean ready, List<Checked> checks, MessageFigures messages) {}

  /**
   * Routes for monitors.
   *
   * @param summaries counts by kind and name of what record services have answered
   * @param messages how many messages are without an end; a late one makes no node unready
   */
  HealthRoutes(
      List<Check> checks,
      Supplier<Future<Map<String, Map<String, Long>>>> summaries,
      Supplier<MessageFigures> messages) {
    this.checks = List.copyOf(checks);
    this.summaries = summaries;
    this.messages = messages;
  }

  void mount(Router router) {
    router
        .get("/health/live")
        .handler(
            context -> {
              var unused = context.response().end("live\n");
            });
    router.get("/health/ready").handler(this::ready);
    router.get("/health/metrics").handler(this::metrics);
  }

  /** Figures since the start of this process; nothing of any patient is among them. */
  private void metrics(RoutingContext context) {
    Requests.answer(
        context,
        summaries.get(),
        counts -> {
          StringBuilder text = new StringBuilder();
          lines(text, "doorstep_patient_summaries_total", "state", counts);
          lines(text, "doorstep_patient_summary_faults_total", "fault", counts);
          messages(text, messages.get());
          var unused =
              context
                  .response()
                  .putHeader(HttpHeaders.CONTENT_TYPE, EXPOSITION)
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(text.toString());
        });
  }

  private static void messages(StringBuilder text, MessageFigures figures) {
    text.append("# TYPE doorstep_messages gauge\n");
    text.append("doorstep_messages{state=\"waiting\"} %d\n".formatted(figures.waiting()));
    text.append("doorstep_messages{state=\"sent\"} %d\n".formatted(figures.sent()));
    text.append("doorstep_messages{state=\"exception\"} %d\n".formatted(figures.exceptions()));
    text.append("# TYPE doorstep_messages_late gauge\n");
    text.append("doorstep_messages_late %d\n".formatted(figures.late() ? 1 : 0));
  }

  private static void lines(
      StringBuilder text, String name, String label, Map<String, Map<String, Long>> counts) {
    text.append("# TYPE ").append(name).append(" counter\n");
    counts
        .getOrDefault(label, Map.of())
        .forEach(
            (word, count) -> text.append("%s{%s=\"%s\"} %d\n".formatted(name, label, word, count)));
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
    return new Health(checked.stream().allMatch(Checked::ok), checked, messages.get());
  }
}
