package org.doorstep.server.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.board.BoardUnit;
import org.doorstep.server.board.Seen;
import org.doorstep.server.command.CommandIntake;
import org.doorstep.server.command.Giver;
import org.doorstep.server.command.IncidentUnknown;
import org.doorstep.server.command.PatientNotKnown;
import org.doorstep.server.command.StationUnknown;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;
import org.jspecify.annotations.Nullable;

/** Takes commands: checks shape and access, adds who and when, and answers once it is durable. */
final class CommandRoutes {
  private static final Pattern KEY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** What a practice says of its own patients alone; to any other they do not exist. */
  private static final List<String> OF_REGISTERED = List.of("NoteReturnHome");

  private static final IncidentId NOT_OPENED = new IncidentId(Long.MAX_VALUE);

  private final ServedArea area;
  private final CommandIntake intake;
  private final InstantSource clock;

  CommandRoutes(ServedArea area, InstantSource clock) {
    this.area = area;
    this.intake =
        new CommandIntake(
            area.log(),
            area.record(),
            area.reference(),
            new CommandIntake.People(
                area.people().directory(),
                number -> area.people().records().find(number).isPresent()),
            area::isOnMap,
            () -> area.protocol().shelf().running(),
            this::isRepeat);
    this.clock = clock;
  }

  /** The number is not given yet: none of those that were is the same. */
  private boolean isRepeat(
      Category category, Optional<Position> place, CallDetails call, Instant at) {
    Seen asked = new Seen(NOT_OPENED, at, category, place, Seen.people(call), Optional.empty());
    return area.board().seenLately().find(asked).isPresent();
  }

  void mount(Router router) {
    router.post("/api/areas/:area/commands/:command").handler(this::command);
  }

  private void command(RoutingContext context) {
    String name = context.pathParam("command");
    if (!CommandIntake.isKnown(name)) {
      throw new ProblemFault(Problems.COMMAND_UNKNOWN);
    }
    byte[] body = Requests.body(context);
    User user = Requests.user(context);
    Optional<ServiceId> by = Access.findServiceOf(user, name);
    boolean may =
        by.isPresent()
            || Access.mayCommand(user, name, unit(body))
            || (Access.mayCommandAsCrew(user, name) && isWithPatient(user, body));
    if (!may) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    if (OF_REGISTERED.contains(name) && by.isPresent() && isElsewhere(by.get(), body)) {
      throw new ProblemFault(Problems.PATIENT_UNKNOWN);
    }
    CommandHead head = new CommandHead(key(context), area.id(), user.actor(), clock.instant());
    Future<Submission> taken =
        context
            .vertx()
            .executeBlocking(() -> take(name, head, body, new Giver(by, user.signature())), false);
    Requests.answer(
        context,
        taken.compose(area.gateway()::submit),
        answered -> {
          answer(context, answered);
          if (answered.rejection().isEmpty()) {
            taken.onSuccess(submission -> tellShadow(submission.command()));
          }
        });
  }

  /** After the answer: whoever waits for it waits for no shadow. */
  private void tellShadow(Command command) {
    if (command instanceof CareCommand.RecordAssessment assessed) {
      area.protocol().shadow().assessed(assessed.patient(), assessed.record());
    }
  }

  /** A crew sees and does something about the patients of the incident it is at, and no other. */
  private boolean isWithPatient(User user, byte[] body) {
    Optional<Long> incident = incidentOfPatient(body);
    return incident.isPresent()
        && area.board()
            .state()
            .flatMap(state -> user.unit().flatMap(state::findUnit))
            .flatMap(BoardUnit::job)
            .filter(job -> job.incident().value() == incident.get())
            .isPresent();
  }

  /** Whether the patient is registered with another practice, or with none that is known. */
  private boolean isElsewhere(ServiceId practice, byte[] body) {
    Optional<PatientId> patient = patient(body);
    return patient.isPresent()
        && area.board()
            .state()
            .flatMap(board -> board.findPractice(patient.get()))
            .filter(practice::equals)
            .isEmpty();
  }

  private static Optional<Long> incidentOfPatient(byte[] body) {
    return JsonTree.parseObject(body).get("patient") instanceof Map<?, ?> patient
            && patient.get("incident") instanceof Long incident
        ? Optional.of(incident)
        : Optional.empty();
  }

  /** Empty where the body names none; the intake then says what lacks. */
  private static Optional<PatientId> patient(byte[] body) {
    return JsonTree.parseObject(body).get("patient") instanceof Map<?, ?> patient
            && patient.get("incident") instanceof Long incident
            && patient.get("number") instanceof Long number
            && number >= 1
            && number <= PatientId.NUMBER_MAX
        ? Optional.of(new PatientId(new IncidentId(incident), number.intValue()))
        : Optional.empty();
  }

  private Submission take(String name, CommandHead head, byte[] body, Giver giver) throws LogFault {
    try {
      return intake.take(name, head, body, giver);
    } catch (PatientNotKnown e) {
      throw new ProblemFault(Problems.PATIENT_UNKNOWN);
    } catch (IncidentUnknown e) {
      throw new ProblemFault(Problems.INCIDENT_UNKNOWN);
    } catch (StationUnknown e) {
      throw new ProblemFault(
          Problems.STATION_UNKNOWN.at("/station", String.valueOf(e.getMessage())));
    }
  }

  private static void answer(RoutingContext context, Reply reply) {
    reply
        .rejection()
        .ifPresentOrElse(
            rejection -> Problems.write(context, Problems.of(reply, rejection)),
            () -> Requests.json(context, reply));
  }

  private static CommandId key(RoutingContext context) {
    String key = context.request().getHeader("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw new ProblemFault(Problems.KEY_MISSING);
    }
    return new CommandId(UUID.fromString(key));
  }

  /** The unit that the body speaks of, if it does; who may speak of it is asked before all else. */
  private static Optional<UnitId> unit(byte[] body) {
    Map<String, @Nullable Object> tree = JsonTree.parseObject(body);
    if (!(tree.get("unit") instanceof String unit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new UnitId(unit));
    } catch (IllegalArgumentException e) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE, "/unit", "This must be a call sign such as A101.");
    }
  }
}
