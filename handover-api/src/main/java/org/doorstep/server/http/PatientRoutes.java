package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/** The patients of an area, and where each could go. */
final class PatientRoutes {
  private static final int NUMBER_DIGITS_MAX = 2;

  private final ServedArea area;
  private final Users users;
  private final DestinationFinding destinations;
  private final InstantSource clock;

  private record ShownPatients(long sequence, List<PatientReading.ShownPatient> patients) {}

  PatientRoutes(ServedArea area, Users users, InstantSource clock) {
    this.area = area;
    this.users = users;
    this.clock = clock;
    this.destinations = new DestinationFinding(area, clock);
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/patients").handler(this::patients);
    router
        .get("/api/areas/:area/patients/:incident/:number/destinations")
        .handler(this::destinations);
  }

  private void patients(RoutingContext context) {
    User user = Requests.user(context);
    BoardState board = board();
    PatientScope scope = new PatientScope(user, board);
    if (!scope.isOpen()) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    blocking(
        context,
        () -> {
          board.patients().stream()
              .filter(scope::shows)
              .map(patient -> patient.id().incident())
              .distinct()
              .forEach(id -> users.recordRead(user, area.id(), id));
          return new PatientReading(area, clock.instant()).read(board, scope);
        },
        read -> Requests.json(context, new ShownPatients(board.sequence(), read)));
  }

  private void destinations(RoutingContext context) {
    User user = Requests.user(context);
    BoardState board = board();
    PatientScope scope = new PatientScope(user, board);
    if (!Access.seesBoard(user) && Access.narrowedTo(user).isEmpty()) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    Patient patient =
        patientId(context)
            .flatMap(id -> board.findPatient(id))
            .filter(scope::showsCare)
            .orElseThrow(() -> new ProblemFault(Problems.PATIENT_UNKNOWN));
    Optional<DestinationClass> wanted = Requests.query(context, "class").map(PatientRoutes::kind);
    blocking(
        context,
        () -> destinations.find(board, patient, wanted),
        found -> Requests.json(context, found));
  }

  /** The patient whom the address names; empty where it can be none. */
  static Optional<PatientId> patientId(RoutingContext context) {
    String number = context.pathParam("number");
    if (!number.matches("[1-9][0-9]{0," + (NUMBER_DIGITS_MAX - 1) + "}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(number))
        .filter(value -> value <= PatientId.NUMBER_MAX)
        .map(value -> new PatientId(Requests.incident(context.pathParam("incident")), value));
  }

  private static DestinationClass kind(String word) {
    return Arrays.stream(DestinationClass.values())
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemFault(
                    Problems.QUERY.because("class: a kind of destination of the contract.")));
  }

  private BoardState board() {
    return area.board().state().orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
  }
}
