package org.doorstep.server.command;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.SubmissionFault;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.dispatch.shell.shelf.RunningTables;
import org.doorstep.dispatch.wire.CommandJson;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;

/**
 * Makes a submission of a client's body: words go to the record first, places are sealed, and what
 * a client may not say is refused. Blocks; thread-safe.
 *
 * <p>The record entry of a command has the command's own id, so that a repeat writes nothing twice.
 */
public final class CommandIntake {
  /** Given by the server itself, never by a client. */
  private static final List<String> INTERNAL =
      List.of("RecommendUnits", "SweepDeadlines", "ReportDelivery", "ReviewFleet");

  private final IncidentRecord record;
  private final Predicate<Position> onMap;
  private final AreaReference reference;
  private final AreaLog log;
  private final Supplier<RunningTables> tables;
  private final CareIntake care;
  private final HubIntake hub;
  private final CorrectionIntake corrections;
  private final SeenBefore seenBefore;

  /** Whether a person or a house was seen in the last days. */
  public interface SeenBefore {
    boolean isRepeat(Category category, Optional<Position> place, CallDetails call, Instant at);
  }

  /**
   * Who is known.
   *
   * @param traced whether a record service knows an NHS number
   */
  public record People(Directory directory, Predicate<String> traced) {}

  /**
   * An intake of one area.
   *
   * @param people who takes patients on, and whom a record service knows
   * @param reference knows where units can stand by
   * @param onMap whether a place has a road near
   * @param tables those that run; asked at each assessment, must not block
   * @param seenBefore asked of each new incident; must not block for long
   */
  public CommandIntake(
      AreaLog log,
      IncidentRecord record,
      AreaReference reference,
      People people,
      Predicate<Position> onMap,
      Supplier<RunningTables> tables,
      SeenBefore seenBefore) {
    this.seenBefore = seenBefore;
    this.record = record;
    this.reference = reference;
    this.onMap = onMap;
    this.log = log;
    this.tables = tables;
    var past = new PatientPast(log, record);
    var routing = new HandoverRouting(people.directory(), past::scene);
    this.care = new CareIntake(() -> tables.get().care(), this::writeAbout, routing, past);
    this.hub = new HubIntake(this::writeAbout, this::write);
    this.corrections = new CorrectionIntake(log, this::writeAbout, routing, people.traced());
  }

  /** Whether a client can give a command of that name. */
  public static boolean isKnown(String name) {
    return !INTERNAL.contains(name) && Family.COMMANDS.findKind(name).isPresent();
  }

  /**
   * The submission of a client's command.
   *
   * @param name a known one, see {@link #isKnown}
   * @param bytes the body as sent
   * @throws org.doorstep.dispatch.wire.WireFault naming the place in the body and the rule
   * @throws StationUnknown if a unit is to stand by where there is no base and no post
   * @throws IncidentUnknown if the command needs an incident and none was opened
   * @throws PatientNotKnown if it corrects what never was
   */
  public Submission take(String name, CommandHead head, byte[] bytes, Giver giver) throws LogFault {
    Map<String, @Nullable Object> body = JsonTree.parseObject(bytes);
    Command command =
        switch (name) {
          case "OpenIncident" -> open(head, RecordJson.read(ClientOpenIncident.class, body));
          case "AddCall" -> addCall(head, RecordJson.read(ClientAddCall.class, body));
          case "CorrectPlace" -> correct(head, RecordJson.read(ClientCorrectPlace.class, body));
          case "RecategoriseIncident" ->
              recategorise(head, RecordJson.read(ClientRecategorise.class, body));
          case "PostUnit" -> post(head, body);
          default -> {
            Optional<Command> correction = corrections.find(name, head, body, giver);
            yield correction
                .or(() -> care.find(name, head, body, giver))
                .or(() -> hub.find(name, head, body, giver))
                .orElseGet(() -> CommandJson.read(name, head, body));
          }
        };
    return new Submission(command, record.fingerprint(name, bytes));
  }

  private Command open(CommandHead head, ClientOpenIncident asked) {
    Optional<String> label = asked.place().flatMap(ClientPlace::label);
    RecordId id = write(head, withLabel(asked.call(), label));
    EnumSet<Flag> flags = withoutPlaceFlags(asked.flags().orElse(List.of()));
    Optional<SealedPlace> place = asked.place().map(at -> seal(id, at.position(), flags));
    if (place.isEmpty()) {
      flags.add(Flag.PLACE_MISSING);
    }
    if (asked.call().patients().stream().anyMatch(patient -> patient.unidentified())) {
      flags.add(Flag.PATIENT_UNIDENTIFIED);
    }
    PlannedResponse planned = planned(asked.category());
    Optional<Position> position = asked.place().map(ClientPlace::position);
    if (seenBefore.isRepeat(asked.category(), position, asked.call(), head.at())) {
      flags.add(Flag.REPEAT_CALLER);
    }
    return new Command.OpenIncident(
        head,
        id,
        IncidentSource.DESK,
        asked.category(),
        asked.needs().orElse(planned.first()),
        place,
        List.copyOf(flags),
        asked.booking(),
        Optional.of(planned));
  }

  private Command addCall(CommandHead head, ClientAddCall asked) {
    RecordId id = write(head, asked.call());
    EnumSet<Flag> flags = withoutPlaceFlags(asked.flags().orElse(List.of()));
    // Whoever calls while they wait has called again, whatever was ticked: a clinician looks at it.
    flags.add(Flag.REPEAT_CALLER);
    return new Command.AddCall(head, asked.incident(), id, IncidentSource.DESK, List.copyOf(flags));
  }

  private Command correct(CommandHead head, ClientCorrectPlace asked) throws LogFault {
    RecordId opened = log.findRecord(asked.incident()).orElseThrow(IncidentUnknown::new);
    asked.place().label().ifPresent(label -> write(head, words(label)));
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    SealedPlace place = seal(opened, asked.place().position(), flags);
    return new Command.CorrectPlace(head, asked.incident(), place, List.copyOf(flags), asked.saw());
  }

  private Command recategorise(CommandHead head, ClientRecategorise asked) {
    PlannedResponse planned = planned(asked.category());
    return new Command.RecategoriseIncident(
        head,
        asked.incident(),
        asked.category(),
        asked.needs().orElse(planned.first()),
        asked.saw(),
        Optional.of(planned));
  }

  /** By the response plan that runs now. */
  private PlannedResponse planned(Category category) {
    return ResponsePlan.of(tables.get().responsePlan(), category);
  }

  /** The area's decisions know no stations: whoever takes the order sees that there is one. */
  private Command post(CommandHead head, Map<String, @Nullable Object> body) {
    Command command = CommandJson.read("PostUnit", head, body);
    if (command instanceof PostUnit post
        && reference.findStation(post.station()).filter(Station::isPost).isEmpty()) {
      throw new StationUnknown(post.station());
    }
    return command;
  }

  private SealedPlace seal(RecordId id, Position position, Set<Flag> flags) {
    if (!onMap.test(position)) {
      flags.add(Flag.PLACE_OFF_MAP);
    }
    return record.seal(id, position);
  }

  private RecordId write(CommandHead head, CallDetails call) {
    return write(head, CallDetails.KIND, call.toJson());
  }

  private RecordId write(CommandHead head, String kind, byte[] body) {
    RecordId id = new RecordId(head.id().value());
    requireOurs(record.write(id, head.area(), kind, body));
    return id;
  }

  private RecordId writeAbout(CommandHead head, PatientId patient, String kind, byte[] body) {
    RecordId id = new RecordId(head.id().value());
    requireOurs(record.write(id, head.area(), kind, body, patient));
    return id;
  }

  private static void requireOurs(boolean written) {
    if (!written) {
      throw new SubmissionFault(
          SubmissionFault.Kind.KEY_REUSED, "The command id was used before in another area.");
    }
  }

  private static EnumSet<Flag> withoutPlaceFlags(List<Flag> given) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(given);
    flags.removeIf(Flag::isAboutPlace);
    return flags;
  }

  private static CallDetails withLabel(CallDetails call, Optional<String> label) {
    return new CallDetails(
        call.complaint(),
        call.narrative(),
        call.placeLabel().or(() -> label),
        call.caller(),
        call.patients(),
        call.reference());
  }

  private static CallDetails words(String label) {
    return new CallDetails(
        "", Optional.empty(), Optional.of(label), Optional.empty(), List.of(), Optional.empty());
  }
}
