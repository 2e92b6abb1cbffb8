package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorstep.dispatch.shell.record.SummaryCopies;
import org.doorstep.handover.fhir.FhirSummaries;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.http.OwnStore;
import org.doorstep.server.http.ServedArea;
import org.doorstep.server.summary.RecordService;
import org.doorstep.server.summary.Summaries;

/**
 * Sets up where what practices know of patients is read: the server that a site names, or our own
 * store of invented patients, by the same client. Never both.
 */
final class PatientRecords {
  private static final long START_SECONDS_MAX = 30;

  private PatientRecords() {}

  /**
   * The summaries of a server.
   *
   * @param keep is given what has to be closed at the end
   */
  static Summaries open(
      Vertx vertx,
      ServerConfig config,
      ServedArea area,
      SummaryCopies copies,
      Clock clock,
      Consumer<AutoCloseable> keep)
      throws Exception {
    FhirSummaries translator = new FhirSummaries();
    // The first patient would wait for seconds, and that is longer than the deadline.
    Thread warmUp = new Thread(translator::warmUp, "warm-up-summaries");
    warmUp.setDaemon(true);
    warmUp.start();
    Duration deadline = Duration.ofMillis(config.records().timeoutMillis());
    Optional<RecordService> service = named(config.records(), deadline);
    if (service.isEmpty() && config.area().isEmpty()) {
      OwnStore store = OwnStore.start(vertx, area).await(START_SECONDS_MAX, TimeUnit.SECONDS);
      keep.accept(store);
      service = Optional.of(new RecordService(store.base(), Optional.of(store.secret()), deadline));
    }
    Summaries summaries =
        new Summaries(
            vertx,
            service,
            translator,
            copies,
            Duration.ofSeconds(config.records().freshSeconds()),
            clock);
    keep.accept(summaries);
    return summaries;
  }

  private static Optional<RecordService> named(ServerConfig.Records config, Duration deadline) {
    return config
        .baseUrl()
        .map(url -> url.replaceAll("/+$", ""))
        .map(
            url ->
                new RecordService(
                    URI.create(url),
                    config.tokenFile().map(Path::of).map(PasswordFile::read),
                    deadline));
  }
}
