package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.board.BoardUnit;
import org.doorstep.server.board.Scope;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/** What an area shows: board, stream, incidents, places; and the positions it is told. */
final class AreaRoutes {
  private static final int FIXES_MAX = 1_000;
  private static final int QUERY_LENGTH_MAX = 100;

  private final ServedArea area;
  private final Users users;
  private final IncidentReading reading;
  private final RouteDrawing drawing;
  private final PlaceFinding finding;
  private final Consumer<RoutingContext> watch;
  private final InstantSource clock;

  private record PositionReport(List<ReportedFix> fixes) {}

  private record ReportedFix(UnitId unit, double lat, double lon) {}

  /**
   * Routes of one area.
   *
   * @param watch ends a response that stays open once its session has ended
   */
  AreaRoutes(ServedArea area, Users users, Consumer<RoutingContext> watch, InstantSource clock) {
    this.watch = watch;
    this.area = area;
    this.users = users;
    this.reading = new IncidentReading(area.log(), area.record());
    this.drawing = new RouteDrawing(area);
    this.finding = new PlaceFinding(area);
    this.clock = clock;
  }

  void mount(Router router) {
    router.route("/api/areas/:area/*").handler(this::requireWall);
    router.get("/api/areas/:area/reference").handler(this::reference);
    router.get("/api/areas/:area/board").handler(this::board);
    router.get("/api/areas/:area/stream").handler(this::stream);
    router.get("/api/areas/:area/incidents/:incident").handler(this::incident);
    router.get("/api/areas/:area/places").handler(this::places);
    router.get("/api/areas/:area/routes").handler(this::route);
    router.post("/api/areas/:area/positions").handler(this::positions);
  }

  /** Areas are walls: from outside one, it does not exist. */
  private void requireWall(RoutingContext context) {
    boolean here = area.id().value().equals(context.pathParam("area"));
    if (!here || !Requests.user(context).isIn(area.id())) {
      throw new ProblemFault(Problems.AREA_UNKNOWN);
    }
    context.next();
  }

  private void reference(RoutingContext context) {
    Requests.json(context, ShownReference.of(area));
  }

  private void board(RoutingContext context) {
    byte[] snapshot =
        area.stream()
            .snapshot(scope(context))
            .orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
    Requests.json(context, snapshot);
  }

  private void stream(RoutingContext context) {
    Scope scope = scope(context);
    Optional<String> last = Optional.ofNullable(context.request().getHeader("Last-Event-ID"));
    watch.accept(context);
    area.stream().follow(context.response(), scope, last);
  }

  private Scope scope(RoutingContext context) {
    User user = Requests.user(context);
    if (Access.seesBoard(user)) {
      return Scope.ALL;
    }
    Scope.Patients patients = (patient, board) -> new PatientScope(user, board).shows(patient);
    return Access.narrowedTo(user)
        .map(unit -> Scope.of(unit, patients))
        .or(() -> user.service().map(service -> Scope.of(patients)))
        .orElseThrow(() -> new ProblemFault(Problems.FORBIDDEN));
  }

  private void incident(RoutingContext context) {
    var id = Requests.incident(context.pathParam("incident"));
    User user = Requests.user(context);
    if (!isAt(user, id)) {
      requireDesk(context);
    }
    blocking(
        context,
        () -> {
          users.recordRead(user, area.id(), id);
          return reading.find(id);
        },
        found ->
            Requests.json(
                context, found.orElseThrow(() -> new ProblemFault(Problems.INCIDENT_UNKNOWN))));
  }

  private void places(RoutingContext context) {
    requireDesk(context);
    String query =
        Requests.query(context, "q")
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= QUERY_LENGTH_MAX)
            .orElseThrow(() -> new ProblemFault(Problems.QUERY.because("q: 1 to 100 characters.")));
    blocking(context, () -> finding.find(query), found -> Requests.json(context, found));
  }

  private void route(RoutingContext context) {
    requireDesk(context);
    var incident = Requests.incident(Requests.query(context, "incident").orElse(""));
    String callSign = Requests.query(context, "unit").orElse("");
    blocking(
        context,
        () -> drawing.find(callSign, incident),
        route ->
            Requests.json(
                context, route.orElseThrow(() -> new ProblemFault(Problems.ROUTE_UNKNOWN))));
  }

  private void positions(RoutingContext context) {
    PositionReport report = RecordJson.read(PositionReport.class, Requests.body(context));
    if (report.fixes().size() > FIXES_MAX) {
      throw new ProblemFault(Problems.TOO_LARGE.because("At most 1000 fixes at once."));
    }
    User user = Requests.user(context);
    List<Fix> fixes = report.fixes().stream().map(fix -> fix(user, fix)).toList();
    fixes.forEach(area.positions()::take);
    Requests.noContent(context);
  }

  private Fix fix(User user, ReportedFix reported) {
    if (!Access.mayReportPosition(user, reported.unit())) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return new Fix(
        reported.unit(), Requests.position(reported.lat(), reported.lon()), clock.instant());
  }

  /** Whether the user is of a crew that is on its way to the incident or there. */
  private boolean isAt(User user, IncidentId id) {
    return Access.narrowedTo(user)
        .flatMap(unit -> area.board().state().flatMap(state -> state.findUnit(unit)))
        .flatMap(BoardUnit::job)
        .filter(job -> job.incident().equals(id))
        .isPresent();
  }

  private static void requireDesk(RoutingContext context) {
    User user = Requests.user(context);
    if (!user.is(Role.DESK) && !user.is(Role.HUB)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
  }
}
