package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;
import org.doorstep.server.summary.Scene;
import org.doorstep.server.summary.Summaries;
import org.doorstep.server.summary.SummaryAnswer;

/**
 * What is known of a patient before the decision, to those who treat. Nothing waits for it: it is
 * asked for by itself, and every look is recorded.
 */
final class SummaryRoutes {
  private static final String LOOKED_AT = "summary";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final ServedArea area;
  private final Users users;
  private final Summaries summaries;
  private final PatientIdentities identities;
  private final InstantSource clock;

  /** What of the patient is known here. */
  private record Asked(Optional<String> nhsNumber, Scene scene) {
    @Override
    public String toString() {
      return "Asked[masked]";
    }
  }

  SummaryRoutes(HttpSide.Needs needs) {
    this.area = needs.area();
    this.users = needs.users();
    this.summaries = needs.summaries();
    this.identities = new PatientIdentities(needs.area());
    this.clock = needs.clock();
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/patients/:incident/:number/summary").handler(this::summary);
  }

  private void summary(RoutingContext context) {
    User user = Requests.user(context);
    boolean serves = user.is(Role.SERVICE) && user.service().isPresent();
    if (!Access.seesBoard(user) && Access.narrowedTo(user).isEmpty() && !serves) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    BoardState board = area.board().state().orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
    PatientId patient =
        PatientRoutes.patientId(context)
            .filter(id -> treats(user, board, id))
            .orElseThrow(() -> new ProblemFault(Problems.PATIENT_UNKNOWN));
    Instant now = clock.instant();
    blocking(
        context,
        () -> ask(user, board, patient, now),
        asked ->
            Requests.answer(
                context,
                here(context, summaries.find(asked.nhsNumber(), asked.scene())),
                answer ->
                    Requests.json(
                        context, ShownSummary.of(answer, asked.nhsNumber(), asked.scene(), now))));
  }

  /**
   * The desk and the hub treat all of the area, a crew those of the incident it is sent to, a
   * service those whom it has been offered and not refused.
   */
  private static boolean treats(User user, BoardState board, PatientId patient) {
    if (Access.seesBoard(user)) {
      return true;
    }
    PatientScope scope = new PatientScope(user, board);
    return board.findPatient(patient).filter(scope::showsCare).isPresent()
        || Access.narrowedTo(user)
            .flatMap(board::findUnit)
            .flatMap(BoardUnit::job)
            .filter(job -> job.incident().equals(patient.incident()))
            .isPresent();
  }

  private Asked ask(User user, BoardState board, PatientId patient, Instant now) throws LogFault {
    if (!identities.isKnown(patient)) {
      throw new ProblemFault(Problems.PATIENT_UNKNOWN);
    }
    users.recordRead(user, area.id(), patient, LOOKED_AT);
    Scene scene = new Scene(identities.findAge(board, patient), LocalDate.ofInstant(now, ZONE));
    return new Asked(identities.find(patient).flatMap(PatientDetails::nhsNumber), scene);
  }

  /** Brings what another context has found to the one of the request. */
  private static Future<SummaryAnswer> here(
      RoutingContext context, Future<SummaryAnswer> elsewhere) {
    Context own = context.vertx().getOrCreateContext();
    Promise<SummaryAnswer> brought = Promise.promise();
    var unused = elsewhere.onComplete(result -> own.runOnContext(go -> brought.handle(result)));
    return brought.future();
  }
}
