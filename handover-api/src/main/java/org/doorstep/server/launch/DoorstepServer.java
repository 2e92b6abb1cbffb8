package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.Housekeeping;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.travel.TravelDesk;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.delivery.Delivery;
import org.doorstep.server.http.BarsDoor;
import org.doorstep.server.http.HttpSide;
import org.doorstep.server.http.ServedArea;
import org.doorstep.server.identity.SessionStore;
import org.doorstep.server.identity.Users;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in this process, from the database up to the open port; stopped in the opposite order.
 */
public final class DoorstepServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DoorstepServer.class);
  private static final long START_SECONDS_MAX = 120;
  private static final long STOP_SECONDS_MAX = 20;
  private static final long FLUSH_MILLIS = 1_000;
  private static final long TIDY_MILLIS = 3_600_000;

  private final ServerConfig config;
  private final Clock clock;
  private final Consumer<String> progress;

  // What has been opened, last first; closed in this order.
  private final ArrayDeque<AutoCloseable> opened = new ArrayDeque<>();

  private DoorstepServer(ServerConfig config, Clock clock, Consumer<String> progress) {
    this.config = config;
    this.clock = clock;
    this.progress = progress;
  }

  /** A server that runs; its roads may be read until it is closed. */
  public record Running(
      DoorstepServer server,
      AreaReference reference,
      Users users,
      SessionStore sessions,
      List<Route> routes,
      RoadNetwork roads,
      int port)
      implements AutoCloseable {
    /** The area it serves. */
    public AreaId area() {
      return reference.area();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /**
   * Starts a server; when anything fails, all that was opened is closed again.
   *
   * @param progress is told in words what is being done
   */
  public static Running start(ServerConfig config, Clock clock, Consumer<String> progress)
      throws Exception {
    DoorstepServer server = new DoorstepServer(config, clock, progress);
    try {
      return server.open();
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      AutoCloseable last = opened.removeFirst();
      try {
        last.close();
      } catch (Exception e) {
        LOG.warn("Something did not close in order: {}", last.getClass().getSimpleName(), e);
      }
    }
  }

  private Running open() throws Exception {
    // Both take long at the first start and neither needs the other.
    CompletableFuture<Database> opening = CompletableFuture.supplyAsync(this::openDatabase);
    keep(() -> opening.handle((database, fault) -> closed(database)).join());
    RoadNetwork roads = keep(MapSource.open(config, progress));
    CompletableFuture<ServedArea.Map> map = MapSource.index(roads);
    Database database = done(opening);
    AreaFiles files = AreaFiles.of(config);
    AreaReference reference = files.reference();
    IncidentRecord record =
        new IncidentRecord(database.dataSource(), MasterKey.readOrMake(config.masterKeyFile()));
    AreaLog log = new AreaLog(database.dataSource(), reference.area());
    Positions positions = new Positions(database.dataSource(), reference.area());
    positions.load(clock.instant());
    Vertx vertx = Vertx.vertx(new VertxOptions());
    keep(() -> vertx.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS));
    vertx.setPeriodic(FLUSH_MILLIS, id -> inBackground(vertx, positions::flush));
    Housekeeping housekeeping = new Housekeeping(database.dataSource());
    vertx.setPeriodic(
        TIDY_MILLIS, id -> inBackground(vertx, () -> housekeeping.run(clock.instant())));
    ServedArea area = serve(vertx, files, record, log, positions, done(map));
    Users users = new Users(database.dataSource());
    SessionStore sessions =
        new SessionStore(
            database.dataSource(),
            users,
            Duration.ofMinutes(config.sessions().idleMinutes()),
            Duration.ofHours(config.sessions().absoluteHours()));
    HttpSide side =
        new HttpSide(
            vertx,
            config.listen(),
            new HttpSide.Needs(
                area,
                sessions,
                users,
                () -> fault(database),
                deliveries(vertx, database, area),
                clock));
    HttpServer http = side.start().await(START_SECONDS_MAX, TimeUnit.SECONDS);
    return new Running(this, reference, users, sessions, side.routes(), roads, http.actualPort());
  }

  private ServedArea serve(
      Vertx vertx,
      AreaFiles files,
      IncidentRecord record,
      AreaLog log,
      Positions positions,
      ServedArea.Map map)
      throws Exception {
    AreaReference reference = files.reference();
    TravelDesk travel =
        new TravelDesk(map.roads(), positions, positions(reference), record, log, clock);
    AreaOwner owner =
        new AreaOwner(log, record, files.registrations(), travel, positions, clock, vertx);
    keep(owner);
    owner.start();
    return new ServedArea(reference, files.people(), log, record, positions, map, owner.live());
  }

  /** Begins to deliver what the area owes others, and opens the door for what they send. */
  private BarsDoor deliveries(Vertx vertx, Database database, ServedArea area) {
    Messages messages = new Messages(database, area, config.bars(), clock);
    Delivery delivery = messages.delivery();
    keep(new DeliveryTimer(vertx, delivery));
    return messages.door(delivery);
  }

  private Database openDatabase() {
    Database database =
        config
            .database()
            .url()
            .map(
                url ->
                    Database.external(
                        url,
                        config.database().user().orElse(""),
                        PasswordFile.read(config.database())))
            .orElseGet(() -> Database.embedded(config.dataFolder().resolve("database")));
    try {
      migrate(database);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static boolean closed(@Nullable Database database) {
    if (database != null) {
      database.close();
    }
    return true;
  }

  private static <T> T done(CompletableFuture<T> opening) throws Exception {
    try {
      return opening.get(START_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void migrate(Database database) {
    database.migrate("log", "db/log");
    database.migrate("record", "db/record");
    database.migrate("telemetry", "db/telemetry");
    database.migrate("identity", "db/identity");
    Messages.migrate(database);
  }

  private static Map<String, Position> positions(AreaReference reference) {
    Map<String, Position> positions = new TreeMap<>();
    for (Station station : reference.stations()) {
      positions.put(station.name(), new Position(station.lat(), station.lon()));
    }
    return positions;
  }

  private static void inBackground(Vertx vertx, Runnable work) {
    var unused =
        vertx.executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false);
  }

  private static Optional<String> fault(Database database) {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      // Writes for real: a database that has become read-only is not ready.
      statement.execute("update identity.app_user set failures = failures where false");
      statement.execute("select pg_current_xact_id()");
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          "The database does not take writes (SQL state %s).".formatted(e.getSQLState()));
    }
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    opened.addFirst(closeable);
    return closeable;
  }
}
