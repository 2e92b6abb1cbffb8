package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.cluster.Node;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.dispatch.shell.record.SummaryCopies;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.dispatch.shell.shelf.PastDecisions;
import org.doorstep.dispatch.shell.shelf.ProtocolShelf;
import org.doorstep.dispatch.shell.shelf.Shadow;
import org.doorstep.dispatch.shell.shelf.ShadowStore;
import org.doorstep.dispatch.shell.shelf.ShelfStore;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;
import org.doorstep.dispatch.shell.telemetry.ServiceWordStore;
import org.doorstep.dispatch.shell.travel.AreaModels;
import org.doorstep.dispatch.shell.travel.ClosureStore;
import org.doorstep.dispatch.shell.travel.RoadKeeper;
import org.doorstep.dispatch.shell.travel.TravelDesk;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.SpeedSlot;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.delivery.Delivery;
import org.doorstep.server.http.BarsDoor;
import org.doorstep.server.http.HttpSide;
import org.doorstep.server.http.LetterShelf;
import org.doorstep.server.http.ServedArea;
import org.doorstep.server.identity.SessionStore;
import org.doorstep.server.identity.Users;
import org.doorstep.server.outcome.OutcomeProjection;
import org.doorstep.server.outcome.OutcomeStore;
import org.doorstep.server.planner.Planning;
import org.doorstep.server.summary.Summaries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in this process, from the database up to the open port; stopped in the opposite order.
 */
public final class DoorstepServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DoorstepServer.class);
  private static final long START_SECONDS_MAX = 120;

  /** Nodes look for each other's closures once a second, and publish within another. */
  private static final Duration CLOSURES_HEARD_WITHIN = Duration.ofSeconds(2);

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
      Directory directory,
      Users users,
      SessionStore sessions,
      List<Route> routes,
      RoadNetwork roads,
      LetterShelf letters,
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
    Stores stores = stores(database, files);
    Node node = keep(Node.start(config.cluster()));
    Upkeep upkeep = keep(new Upkeep(node, stores.positions(), database.dataSource(), clock));
    ServedArea area = serve(node, files, stores, done(map));
    Summaries summaries =
        PatientRecords.open(node.vertx(), config, area, stores.copies(), clock, this::keep);
    upkeep.forget(stores.copies(), Duration.ofDays(config.records().keepDays()), clock);
    upkeep.follow(
        new OutcomeProjection(
            database.dataSource(), stores.log(), stores.record(), files.emergencyDepartments()));
    return open(node.vertx(), database, files, area, roads, summaries);
  }

  private Running open(
      Vertx vertx,
      Database database,
      AreaFiles files,
      ServedArea area,
      RoadNetwork roads,
      Summaries summaries)
      throws Exception {
    Users users = new Users(database.dataSource());
    SessionStore sessions =
        new SessionStore(
            database.dataSource(),
            users,
            Duration.ofMinutes(config.sessions().idleMinutes()),
            Duration.ofHours(config.sessions().absoluteHours()));
    Messages messages = new Messages(database, area, config.bars(), clock);
    Delivery delivery = deliveries(vertx, messages);
    LetterShelf letters = Messages.letters(delivery, area);
    area.live().stream().watchMessages(() -> Messages.beat(delivery.desk().figures()));
    BarsDoor door = messages.door(delivery);
    Planning planning = Planners.open(config, live(area), clock, this::keep);
    HttpSide.Needs needs =
        new HttpSide.Needs(
            area,
            sessions,
            users,
            () -> fault(database),
            door,
            letters,
            summaries,
            planning,
            clock);
    HttpSide side = new HttpSide(vertx, config.listen(), needs);
    HttpServer http = side.start().await(START_SECONDS_MAX, TimeUnit.SECONDS);
    return new Running(
        this,
        files.reference(),
        files.directory(),
        users,
        sessions,
        side.routes(),
        roads,
        letters,
        http.actualPort());
  }

  private LiveArea live(ServedArea area) {
    return new LiveArea(
        area.live().board()::state,
        () ->
            area.positions().list().stream()
                .collect(Collectors.toMap(Fix::unit, Fix::position, (old, later) -> later)),
        positions(area.reference()),
        clock);
  }

  /** What the area keeps. */
  private record Stores(
      Database database,
      IncidentRecord record,
      SummaryCopies copies,
      AreaLog log,
      Positions positions) {}

  private Stores stores(Database database, AreaFiles files) throws Exception {
    AreaId area = files.reference().area();
    Positions positions = new Positions(database.dataSource(), area);
    positions.load(clock.instant());
    MasterKey master =
        config
            .masterKeyVariable()
            .map(name -> MasterKey.ofEnvironment(name, System.getenv()))
            .orElseGet(() -> MasterKey.readOrMake(config.masterKeyFile()));
    return new Stores(
        database,
        new IncidentRecord(database.dataSource(), master),
        new SummaryCopies(database.dataSource(), master),
        new AreaLog(database.dataSource(), area),
        positions);
  }

  private ServedArea serve(Node node, AreaFiles files, Stores stores, ServedArea.Map map)
      throws Exception {
    Positions positions = stores.positions();
    IncidentRecord record = stores.record();
    AreaLog log = stores.log();
    Map<String, Position> bases = positions(files.reference());
    RoadKeeper keeper = keeper(node, stores, map.roads());
    AreaModels models = new AreaModels(map.roads(), files.reference(), files.weighed(), log);
    AreaOwner owner =
        new AreaOwner(
            log,
            record,
            files.registrations(),
            () -> new TravelDesk(map.roads(), positions, bases, record, log, models, clock),
            models,
            positions,
            keeper,
            clock,
            node);
    keep(owner);
    keeper.start();
    models.refresh();
    owner.start();
    return new ServedArea(
        files.reference(),
        files.people(book(stores)),
        log,
        record,
        positions,
        map,
        owner.live(),
        protocol(stores));
  }

  private ServedArea.Protocol protocol(Stores stores) {
    DataSource source = stores.database().dataSource();
    AreaId area = stores.log().area();
    ProtocolShelf shelf = keep(new ProtocolShelf(new ShelfStore(source, area), clock));
    shelf.start();
    PastDecisions past = new PastDecisions(shelf, stores.record(), area);
    Shadow shadow = keep(new Shadow(shelf, past, new ShadowStore(source, area), clock));
    return new ServedArea.Protocol(shelf, shadow, past, new OutcomeStore(source, area));
  }

  private ServiceBook book(Stores stores) {
    ServiceWordStore store =
        new ServiceWordStore(stores.database().dataSource(), stores.log().area());
    ServiceBook book = keep(new ServiceBook(store, clock));
    book.start();
    return book;
  }

  private RoadKeeper keeper(Node node, Stores stores, RoadNetwork roads) {
    Duration heardWithin = node.isOneOfSeveral() ? CLOSURES_HEARD_WITHIN : Duration.ZERO;
    ClosureStore store = new ClosureStore(stores.database().dataSource(), stores.log().area());
    Function<Instant, SpeedSlot> speeds = MapSource.speeds(config.roads(), roads);
    return keep(new RoadKeeper(roads, store, speeds, heardWithin, clock));
  }

  /** Begins to deliver what the area owes others. */
  private Delivery deliveries(Vertx vertx, Messages messages) {
    Delivery delivery = messages.delivery();
    keep(new DeliveryTimer(vertx, delivery));
    return delivery;
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
    database.migrate("protocol", "db/protocol");
    database.migrate("identity", "db/identity");
    database.migrate(OutcomeProjection.SCHEMA, OutcomeProjection.MIGRATIONS);
    Messages.migrate(database);
  }

  private static Map<String, Position> positions(AreaReference reference) {
    Map<String, Position> positions = new TreeMap<>();
    for (Station station : reference.stations()) {
      positions.put(station.name(), new Position(station.lat(), station.lon()));
    }
    return positions;
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
