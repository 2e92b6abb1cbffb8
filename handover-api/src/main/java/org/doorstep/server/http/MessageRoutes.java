package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.paper.LetterPaper;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.delivery.MessageDesk;
import org.doorstep.server.delivery.MessageFigures;
import org.doorstep.server.delivery.PassedOn;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/** Messages that do not arrive, for desk and hub, and the letter of a patient on paper. */
final class MessageRoutes {
  private static final Pattern MESSAGE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final ServedArea area;
  private final Users users;
  private final MessageDesk desk;
  private final InstantSource clock;

  private record ShownMessages(
      Instant now, long alarmSeconds, MessageFigures figures, List<ShownMessage> messages) {}

  MessageRoutes(ServedArea area, Users users, MessageDesk desk, InstantSource clock) {
    this.area = area;
    this.users = users;
    this.desk = desk;
    this.clock = clock;
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/messages/exceptions").handler(this::list);
    router.post("/api/areas/:area/messages/:message/retry").handler(this::retry);
    router.post("/api/areas/:area/messages/:message/passed-on").handler(this::passOn);
    router.get("/api/areas/:area/patients/:incident/:number/letter.pdf").handler(this::letter);
  }

  private void list(RoutingContext context) {
    requireBoard(context);
    blocking(
        context,
        () ->
            new ShownMessages(
                clock.instant(),
                desk.alarmAfter().toSeconds(),
                desk.counted(),
                desk.list().stream()
                    .map(each -> ShownMessage.of(each, area.people().directory()))
                    .toList()),
        shown -> Requests.json(context, shown));
  }

  private void retry(RoutingContext context) {
    requireBoard(context);
    UUID id = message(context);
    blocking(context, () -> outcome(id, desk.retry(id)), done -> Requests.noContent(context));
  }

  private void passOn(RoutingContext context) {
    User user = requireBoard(context);
    UUID id = message(context);
    PassedOn how = RecordJson.read(PassedOn.class, Requests.body(context));
    if (how.at().isAfter(clock.instant())) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE, "/at", "This must be when it was done, so not to come.");
    }
    blocking(
        context,
        () -> outcome(id, desk.passOn(id, how, user.actor(), user.signature())),
        done -> Requests.noContent(context));
  }

  private boolean outcome(UUID id, boolean done) {
    if (!done) {
      throw new ProblemFault(
          desk.isKnown(id) ? Problems.MESSAGE_SETTLED : Problems.MESSAGE_UNKNOWN);
    }
    return true;
  }

  /** To be printed by those who have the patient in hand; that it was read is recorded first. */
  private void letter(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.seesBoard(user) && Access.narrowedTo(user).isEmpty()) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    PatientId patient =
        PatientRoutes.patientId(context)
            .filter(id -> Access.seesBoard(user) || isInHand(user, id))
            .orElseThrow(() -> new ProblemFault(Problems.PATIENT_UNKNOWN));
    blocking(
        context,
        () -> {
          users.recordRead(user, area.id(), patient, "LETTER");
          return desk.findLetter(patient).map(LetterPaper::write);
        },
        paper ->
            pdf(context, paper.orElseThrow(() -> new ProblemFault(Problems.LETTER_NOT_WRITTEN))));
  }

  private boolean isInHand(User user, PatientId patient) {
    BoardState board = area.board().state().orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
    PatientScope scope = new PatientScope(user, board);
    return board.findPatient(patient).filter(scope::showsCare).isPresent();
  }

  /** A letter on paper, shown in the browser and kept by nobody on the way. */
  static void pdf(RoutingContext context, byte[] paper) {
    var unused =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf")
            .putHeader("Content-Disposition", "inline; filename=\"handover.pdf\"")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(Buffer.buffer(paper));
  }

  static void pdf(RoutingContext context, Optional<HandoverLetter> letter) {
    pdf(
        context,
        letter
            .map(LetterPaper::write)
            .orElseThrow(() -> new ProblemFault(Problems.LETTER_UNKNOWN)));
  }

  private static User requireBoard(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.seesBoard(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return user;
  }

  private static UUID message(RoutingContext context) {
    String id = context.pathParam("message");
    if (!MESSAGE.matcher(id).matches()) {
      throw new ProblemFault(Problems.MESSAGE_UNKNOWN);
    }
    return UUID.fromString(id);
  }
}
