package org.doorstep.handover.bars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.AreaKeeper;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.handover.fhir.FhirTranslator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A fresh area with a real engine, log, record and inbox, for one test. */
final class InboxWorld {
  static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final AtomicInteger AREAS = new AtomicInteger();

  final AreaId area = new AreaId("AREA_" + AREAS.incrementAndGet());
  final IncidentRecord record;
  final AreaKeeper keeper;
  private final Database database;
  private final AreaLog log;
  private final BarsInbox inbox;

  InboxWorld(Stand stand) {
    database = stand.database;
    record = new IncidentRecord(database.dataSource(), stand.master);
    try {
      log = new AreaLog(database.dataSource(), area);
    } catch (LogFault e) {
      throw new IllegalStateException(e);
    }
    keeper =
        new AreaKeeper(
            log,
            (effect, view) -> {},
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            () -> {});
    keeper.start();
    stand.keepers.add(keeper);
    inbox = inbox();
  }

  /** Another inbox of the same area, as another node would have. */
  BarsInbox inbox() {
    return inbox(keeper::submit);
  }

  /** An inbox whose way to the area is the test's. */
  BarsInbox inbox(Function<Submission, CompletableFuture<Reply>> submit) {
    return new BarsInbox(
        new FhirTranslator(),
        database.dataSource(),
        record,
        Clock.fixed(NOW, ZoneOffset.UTC),
        new BarsInbox.ServedBy(area, InboxWorld::isWestKent, InboxWorld::planned, submit),
        AnswerDesk.NONE);
  }

  /** What was received. */
  BarsRequests requests() {
    return new BarsRequests(database.dataSource(), record, area);
  }

  private static PlannedResponse planned(Category category) {
    return ResponsePlan.of(ProtocolFiles.compiled(TableKind.RESPONSE_PLAN), category);
  }

  BarsAnswer post(byte[] body) {
    return inbox.receive(body, Optional.empty(), BarsCaller.ANYBODY);
  }

  BarsAnswer post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  /** The open incidents, as the log tells them. */
  List<Incident> incidents() {
    try {
      return log.recover().state().snapshot().open().incidents();
    } catch (LogFault e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words of every call and message of an incident, in order. */
  List<CallDetails> calls() {
    return queries(
            "select id from record.entry where area = ? and kind = 'call' order by written_at")
        .stream()
        .map(id -> CallDetails.of(record.find(new RecordId(UUID.fromString(id))).orElseThrow()))
        .toList();
  }

  /** Values of a query whose one parameter is the area. */
  List<String> queries(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      List<String> values = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          values.add(String.valueOf(row.getString(1)));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isWestKent(Position position) {
    return position.lat() > 50.9
        && position.lat() < 51.5
        && position.lon() > -0.1
        && position.lon() < 0.9;
  }

  /** One embedded PostgreSQL for all tests of a JVM. */
  static final class Stand implements AutoCloseable {
    final Database database;
    final MasterKey master;

    // Stopped together behind the last test, because each waits a little for its queue.
    final Queue<AreaKeeper> keepers = new ConcurrentLinkedQueue<>();

    private Stand(Path folder) {
      database = Database.embedded(folder.resolve("database"));
      database.migrate("log", "db/log");
      database.migrate("record", "db/record");
      database.migrate(BarsInbox.SCHEMA, BarsInbox.MIGRATIONS);
      master = MasterKey.readOrMake(folder.resolve("master.key"));
    }

    @Override
    public void close() {
      keepers.parallelStream().forEach(AreaKeeper::close);
      database.close();
    }
  }

  /** Hands the one stand to tests, and stops it behind the last. */
  static final class Provided implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Stand.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent("inbox-stand", key -> new Stand(folder()), Stand.class);
    }

    private static Path folder() {
      try {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        return Files.createTempDirectory(target, "inbox-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
