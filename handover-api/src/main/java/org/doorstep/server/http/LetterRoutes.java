package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.practice.PracticeInbox;
import org.doorstep.handover.practice.PracticeInbox.Arrived;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/** The letters of a practice, for those of that practice and nobody else. */
final class LetterRoutes {
  private static final int LETTERS_MAX = 100;
  private static final int NAMES_MAX = 10_000;
  private static final Pattern LETTER =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final ServedArea area;
  private final Users users;
  private final LetterShelf shelf;
  private final Map<UUID, Optional<String>> names = new ConcurrentHashMap<>();

  private record ShownLetters(List<ShownLetter.Entry> letters) {}

  /** Whose letters are asked for, and the code that they are addressed to. */
  private record Reader(User user, ServiceId practice, String code) {}

  LetterRoutes(ServedArea area, Users users, LetterShelf shelf) {
    this.area = area;
    this.users = users;
    this.shelf = shelf;
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/letters").handler(this::list);
    router.get("/api/areas/:area/letters/:letter.pdf").handler(this::paper);
    router.get("/api/areas/:area/letters/:letter").handler(this::read);
  }

  private void list(RoutingContext context) {
    Reader reader = reader(context);
    LetterState states = states();
    blocking(
        context,
        () -> {
          List<ShownLetter.Entry> entries = new ArrayList<>();
          for (Arrived arrived : inbox().list(reader.code(), LETTERS_MAX)) {
            entries.add(entry(arrived, reader, states));
          }
          return new ShownLetters(entries);
        },
        letters -> Requests.json(context, letters));
  }

  private void read(RoutingContext context) {
    Reader reader = reader(context);
    LetterState states = states();
    UUID id = letterId(context);
    blocking(
        context,
        () -> open(id, reader, states),
        found ->
            Requests.json(
                context, found.orElseThrow(() -> new ProblemFault(Problems.LETTER_UNKNOWN))));
  }

  /** The letter to print or to file; it counts as opened. */
  private void paper(RoutingContext context) {
    Reader reader = reader(context);
    UUID id = letterId(context);
    blocking(context, () -> opened(id, reader), letter -> MessageRoutes.pdf(context, letter));
  }

  private static UUID letterId(RoutingContext context) {
    String id = context.pathParam("letter");
    if (!LETTER.matcher(id).matches()) {
      throw new ProblemFault(Problems.LETTER_UNKNOWN);
    }
    return UUID.fromString(id);
  }

  private Optional<ShownLetter> open(UUID id, Reader reader, LetterState states) throws LogFault {
    Optional<HandoverLetter> letter = opened(id, reader);
    Optional<Arrived> arrived =
        letter.isEmpty() ? Optional.empty() : inbox().find(reader.code(), id);
    return arrived.isEmpty() || letter.isEmpty()
        ? Optional.empty()
        : Optional.of(ShownLetter.of(entry(arrived.get(), reader, states), letter.get()));
  }

  /** The reading is recorded before the letter is shown. */
  private Optional<HandoverLetter> opened(UUID id, Reader reader) {
    Optional<HandoverLetter> letter = inbox().findLetter(reader.code(), id);
    letter.ifPresent(
        found -> {
          users.recordRead(reader.user(), area.id(), about(found.head().about()).incident());
          inbox().markRead(reader.code(), id, reader.user().name());
        });
    return letter;
  }

  private ShownLetter.Entry entry(Arrived arrived, Reader reader, LetterState states)
      throws LogFault {
    PatientId about = about(arrived.about());
    return ShownLetter.Entry.of(
        arrived,
        about,
        arrived.withdrawn().isPresent() ? Optional.empty() : name(arrived.id(), reader),
        states.findOwed(about),
        states.find(reader.practice(), about));
  }

  /** Whom a letter is about; a letter never changes, so that it is opened for this only once. */
  private Optional<String> name(UUID id, Reader reader) {
    if (names.size() > NAMES_MAX) {
      names.clear();
    }
    return names.computeIfAbsent(
        id,
        unknown ->
            inbox()
                .findLetter(reader.code(), id)
                .flatMap(letter -> ShownLetter.Person.of(letter.patient()).name()));
  }

  private static PatientId about(CaseReference reference) {
    return new PatientId(new IncidentId(reference.incident()), reference.patient());
  }

  private Reader reader(RoutingContext context) {
    User user = Requests.user(context);
    ServiceId practice =
        user.service()
            .filter(service -> user.is(Role.PRACTICE))
            .orElseThrow(() -> new ProblemFault(Problems.FORBIDDEN));
    return shelf
        .codeOf()
        .apply(practice)
        .map(code -> new Reader(user, practice, code))
        .orElseThrow(() -> new ProblemFault(Problems.FORBIDDEN));
  }

  private LetterState states() {
    BoardState board = area.board().state().orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
    return new LetterState(board, area.log());
  }

  private PracticeInbox inbox() {
    return shelf.inbox();
  }
}
