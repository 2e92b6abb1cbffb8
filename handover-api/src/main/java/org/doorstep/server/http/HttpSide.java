package org.doorstep.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.server.board.Standing;
import org.doorstep.server.config.ServerConfig.Listen;
import org.doorstep.server.identity.SessionStore;
import org.doorstep.server.identity.Users;
import org.doorstep.server.planner.Planning;
import org.doorstep.server.summary.Summaries;

/** The HTTP server with all its routes, in the order in which they are tried. */
public final class HttpSide {
  private static final long BODY_BYTES_MAX = 1_048_576;
  private static final int SEND_BUFFER_BYTES = 65_536;
  private static final int HEADER_BYTES_MAX = 16_384;

  private final Vertx vertx;
  private final Listen listen;
  private final Router router;

  /**
   * What the HTTP side stands on.
   *
   * @param databaseFault what is wrong with the database, empty when nothing is; blocks
   */
  public record Needs(
      ServedArea area,
      SessionStore sessions,
      Users users,
      Supplier<Optional<String>> databaseFault,
      BarsDoor bars,
      LetterShelf letters,
      Summaries summaries,
      Planning planning,
      InstantSource clock) {}

  /** A server that does not listen yet. */
  public HttpSide(Vertx vertx, Listen listen, Needs needs) {
    this.vertx = vertx;
    this.listen = listen;
    this.router = router(needs);
  }

  /** Begins to listen. */
  public Future<HttpServer> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(listen.host())
            .setPort(listen.port())
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setCompressionSupported(false)
            // Small, so that a slow reader is noticed and not served from a full buffer.
            .setSendBufferSize(SEND_BUFFER_BYTES);
    listen
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setCertPath(tls.certificate())
                            .setKeyPath(tls.key())));
    return vertx.createHttpServer(options).requestHandler(router).listen();
  }

  /** The routes, for those who hold them to the contract. */
  public List<Route> routes() {
    return router.getRoutes();
  }

  private Router router(Needs needs) {
    Router all = Router.router(vertx);
    ScreenRoutes screens = new ScreenRoutes();
    boolean secure = listen.tls().isPresent();
    String policy = screens.contentSecurityPolicy();
    SessionRoutes sessions =
        new SessionRoutes(needs.sessions(), needs.users(), needs.clock(), secure);
    all.route().handler(context -> Guards.headers(context, policy, secure));
    OutcomeFailures.mount(all);
    all.route().failureHandler(Problems::answer);
    new HealthRoutes(checks(needs), needs.summaries()::counts, needs.letters().desk()::figures)
        .mount(all);
    screens.mount(all);
    needs.bars().mount(all);
    ProtocolRoutes.mountBound(all);
    all.route().handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    all.route("/api/*").handler(Guards::origin);
    sessions.mountOpen(all);
    all.route("/api/*").handler(sessions::require);
    all.route("/tiles/*").handler(sessions::require);
    all.route("/fhir/*").handler(sessions::require);
    sessions.mount(all);
    DeskFirst.mount(all, needs.planning().desk());
    mountArea(all, needs, sessions);
    return all;
  }

  /** What is behind the entrance. */
  private static void mountArea(Router all, Needs needs, SessionRoutes sessions) {
    new MapRoutes(needs.area()).mount(all);
    new AreaRoutes(needs.area(), needs.users(), sessions::watch, needs.clock()).mount(all);
    new PatientRoutes(needs.area(), needs.users(), needs.clock()).mount(all);
    new SummaryRoutes(needs).mount(all);
    new ProtocolRoutes(needs).mount(all);
    new OutcomeRoutes(needs.area()).mount(all);
    new CapacityRoutes(needs.area(), needs.clock()).mount(all);
    new ServiceRoutes(needs.area(), needs.clock()).mount(all);
    new ClosureRoutes(needs.area(), needs.clock()).mount(all);
    new CoverRoutes(needs.area()).mount(all);
    new BookingRoutes(needs.area(), needs.clock()).mount(all);
    new PlannerRoutes(needs.planning()).mount(all);
    new FhirRoutes(needs.area()).mount(all);
    OutcomeFailures.mountRest(all);
    new LetterRoutes(needs.area(), needs.users(), needs.letters()).mount(all);
    new MessageRoutes(needs.area(), needs.users(), needs.letters().desk(), needs.clock())
        .mount(all);
    new CommandRoutes(needs.area(), needs.clock()).mount(all);
  }

  private static List<HealthRoutes.Check> checks(Needs needs) {
    ServedArea area = needs.area();
    return List.of(
        new HealthRoutes.Check("database", needs.databaseFault()),
        new HealthRoutes.Check(
            "area",
            () ->
                Optional.of(area.live().standing().get())
                    .filter(standing -> standing != Standing.DECIDING)
                    .map(Standing::sentence)),
        new HealthRoutes.Check(
            "board",
            () ->
                area.board().state().isPresent()
                    ? Optional.empty()
                    : Optional.of("The board has not been read yet.")));
  }
}
