package org.doorstep.handover.bars;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.SubmissionFault;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.handover.bars.BarsAcceptance.Way;
import org.doorstep.handover.bars.BarsFault.Kind;

/**
 * Makes commands of requests, each once.
 *
 * <p>A new request always opens an incident, even where its names are known: senders reuse them,
 * and an incident too many is seen on the board while a lost one is not. What changes or takes back
 * a known request is added to its incident with a flag: a person decides, never the message.
 *
 * <p>The ids of command and record entry follow from the message, so that a repeat, on this or
 * another node, during or after a failure, gives the same command and gets the same reply.
 */
final class RequestIntake {
  /** What is taken where the sender gave no category; needs clinical approval. */
  static final Category CATEGORY_UNLESS_SAID = Category.C2;

  private static final Duration REPLY_MAX = Duration.ofSeconds(10);

  private final BarsStore store;
  private final IncidentRecord record;
  private final AreaId area;
  private final Predicate<Position> onMap;
  private final Function<Category, PlannedResponse> plan;
  private final Function<Submission, CompletableFuture<Reply>> submit;

  RequestIntake(BarsStore store, IncidentRecord record, BarsInbox.ServedBy served) {
    this.store = store;
    this.record = record;
    this.area = served.area();
    this.onMap = served.onMap();
    this.plan = served.plan();
    this.submit = served.submit();
  }

  /**
   * Takes a request, or says why it cannot be taken.
   *
   * @param stored where its body lies as it came
   */
  BarsOutcome take(BarsMessage message, Instant at, UUID stored) {
    Optional<BarsAcceptance> done =
        store.find(message.envelope().digest()).flatMap(BarsStore.Claim::done);
    if (done.isPresent()) {
      return new BarsOutcome.Accepted(message, done.get());
    }
    List<BarsStore.Known> known = store.listKnown(message);
    try {
      boolean isNew =
          message.envelope().reason() == BarsEnvelope.Reason.NEW && !message.isCancellation();
      Taking taking = new Taking(known, at, stored);
      return isNew ? begin(message, taking) : follow(message, taking);
    } catch (Undecided e) {
      return new BarsOutcome.Refused(e.fault);
    }
  }

  /** What is known when a message is taken. */
  private record Taking(List<BarsStore.Known> known, Instant at, UUID stored) {}

  private BarsOutcome begin(BarsMessage message, Taking taking) throws Undecided {
    return message.content().isEnoughToBegin()
        ? open(message, taking)
        : new BarsOutcome.Refused(
            BarsFault.at(
                Kind.REQUIRED,
                "Bundle.entry",
                "The request names no place, category, patient, telephone or complaint; nobody could be sent."));
  }

  private BarsOutcome follow(BarsMessage message, Taking taking) throws Undecided {
    List<BarsStore.Known> known = taking.known();
    Optional<IncidentId> first = known.stream().map(BarsStore.Known::incident).findFirst();
    BarsStore.Claim claim = store.claim(message, first, taking.at(), taking.stored());
    if (claim.done().isPresent()) {
      return new BarsOutcome.Accepted(message, claim.done().get());
    }
    for (BarsStore.Known candidate : inOrder(known, claim)) {
      if (add(message, candidate, claim.at())) {
        return finish(message, Way.ADDED, candidate.incident(), claim.at());
      }
    }
    if (!message.isCancellation() && message.content().isEnoughToBegin()) {
      return open(message, taking);
    }
    return new BarsOutcome.Refused(
        BarsFault.at(
            Kind.UNKNOWN_CASE,
            "Bundle.entry[0].resource.focus",
            "No open incident of this request is known here, so there is nothing to change.\nMaybe the request itself has not arrived, or its incident has been closed."));
  }

  /** The incident that was chosen when the message was first seen comes first again. */
  private static List<BarsStore.Known> inOrder(List<BarsStore.Known> known, BarsStore.Claim claim) {
    List<BarsStore.Known> ordered = new ArrayList<>();
    known.stream()
        .filter(k -> claim.target().filter(k.incident()::equals).isPresent())
        .forEach(ordered::add);
    known.stream().filter(k -> !ordered.contains(k)).forEach(ordered::add);
    return ordered;
  }

  private BarsOutcome open(BarsMessage message, Taking taking) throws Undecided {
    BarsStore.Claim claim = store.claim(message, Optional.empty(), taking.at(), taking.stored());
    CommandHead head = head(message, claim.at(), "open");
    RecordId entry = write(head, new CallWriting(message).opening(taking.known()));
    Optional<Position> position = message.content().place().position();
    Optional<SealedPlace> place = position.map(found -> record.seal(entry, found));
    Category category = message.content().category().orElse(CATEGORY_UNLESS_SAID);
    PlannedResponse planned = plan.apply(category);
    Reply reply =
        submit(
            message,
            new Command.OpenIncident(
                head,
                entry,
                IncidentSource.BARS,
                category,
                planned.first(),
                place,
                openingFlags(message.content()),
                Optional.empty(),
                Optional.of(planned)));
    if (reply.incident().isEmpty()) {
      throw new Undecided(
          BarsFault.of(Kind.FAILED, "The area did not open an incident; an engineer is needed."));
    }
    return finish(message, Way.OPENED, reply.incident().get(), claim.at());
  }

  private List<Flag> openingFlags(BarsContent content) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(content.flags());
    flags.addAll(content.place().flags());
    if (!content.sceneSaid()) {
      // What is not said never counts as safe.
      flags.add(Flag.SCENE_SAFETY_UNKNOWN);
    }
    if (content.place().position().filter(onMap.negate()).isPresent()) {
      flags.add(Flag.PLACE_OFF_MAP);
    }
    return List.copyOf(flags);
  }

  /** Adds to an incident; false when that one is not open any more. */
  private boolean add(BarsMessage message, BarsStore.Known to, Instant at) throws Undecided {
    CommandHead head = head(message, at, "add-" + to.incident().value());
    RecordId entry = write(head, new CallWriting(message).adding(to));
    Reply reply =
        submit(
            message,
            new Command.AddCall(
                head, to.incident(), entry, IncidentSource.BARS, addingFlags(message)));
    return reply.rejection().isEmpty();
  }

  private static List<Flag> addingFlags(BarsMessage message) {
    if (message.isCancellation()) {
      return List.of(Flag.SENDER_CALLED_OFF);
    }
    EnumSet<Flag> flags = EnumSet.of(Flag.SENDER_UPDATED);
    flags.addAll(message.content().flags());
    // The incident may know the patient better than this message does.
    flags.remove(Flag.PATIENT_UNIDENTIFIED);
    return List.copyOf(flags);
  }

  private BarsOutcome finish(BarsMessage message, Way way, IncidentId incident, Instant at) {
    store.finish(message.envelope().digest(), way, incident);
    return new BarsOutcome.Accepted(message, new BarsAcceptance(way, area, incident, at));
  }

  private CommandHead head(BarsMessage message, Instant at, String what) {
    CommandId id =
        new CommandId(DerivedId.of("bars", area.value(), message.envelope().digest(), what));
    return new CommandHead(id, area, new Actor("bars:" + message.envelope().sender()), at);
  }

  private RecordId write(CommandHead head, CallDetails details) {
    // The words of a command have its own id: housekeeping tells forgotten ones by it.
    RecordId id = new RecordId(head.id().value());
    record.write(id, area, CallDetails.KIND, details.toJson());
    return id;
  }

  private Reply submit(BarsMessage message, Command command) throws Undecided {
    store.giving(message.envelope().digest(), command.head().id());
    // What the client asked is its message; sealing anew must not make it another question.
    CompletableFuture<Reply> reply =
        submit.apply(new Submission(command, message.envelope().digest()));
    try {
      return reply.get(REPLY_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Undecided(
          e.getCause() instanceof SubmissionFault fault ? fault(fault.kind()) : failed());
    } catch (TimeoutException e) {
      throw new Undecided(fault(SubmissionFault.Kind.UNKNOWN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undecided(fault(SubmissionFault.Kind.UNKNOWN));
    }
  }

  private static BarsFault fault(SubmissionFault.Kind kind) {
    return switch (kind) {
      case BUSY ->
          BarsFault.of(
              Kind.BUSY, "Too much is waiting at the moment; post the same message again.");
      case CUT_OFF ->
          BarsFault.of(
              Kind.BUSY, "This server is cut off from the others; post the same message again.");
      case UNKNOWN ->
          BarsFault.of(
              Kind.TIMEOUT,
              "The message was stored, but what became of it is not known yet; post the same message again to learn it.");
      case KEY_REUSED, BROKEN -> failed();
    };
  }

  private static BarsFault failed() {
    return BarsFault.of(
        Kind.FAILED,
        "The message was stored but could not be put on the board; an engineer is needed.\nMaybe telephone the desk.");
  }

  /** No decision was reached; nobody outside sees it. */
  private static final class Undecided extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BarsFault fault;

    Undecided(BarsFault fault) {
      super(fault.sentence());
      this.fault = fault;
    }
  }
}
