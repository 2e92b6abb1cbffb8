package org.doorstep.handover.bars;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsFault.Kind;

/**
 * Where other systems read what has become of their requests, and change them.
 *
 * <p>A system sees what it has sent, or what was sent to it; all else does not exist for it. Every
 * version that was received can be read; the area's own word goes with the latest. Blocks: for
 * worker threads only. Thread-safe.
 */
public final class RequestDesk {
  private static final int OK = 200;
  private static final int SHOWN_MAX = 100;

  /** What a name can be that was ever kept; anything else is not even looked for. */
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,300}");

  private final RequestTranslator requests;
  private final BarsTranslator answers;
  private final BarsRequests received;
  private final RequestShelf shelf;
  private final BarsInbox inbox;
  private final BarsResponse.Us us;
  private final CaseLocks locks = new CaseLocks();

  /** What reads and writes messages. */
  public record Translators(RequestTranslator requests, BarsTranslator answers) {}

  /** A desk of one area. */
  public RequestDesk(
      Translators translators,
      BarsRequests received,
      RequestShelf shelf,
      BarsInbox inbox,
      BarsResponse.Us us) {
    this.requests = translators.requests();
    this.answers = translators.answers();
    this.received = received;
    this.shelf = shelf;
    this.inbox = inbox;
    this.us = us;
  }

  /** Whom messages to this area are addressed to. */
  public BarsResponse.Us us() {
    return us;
  }

  /** The inbox beside it. */
  public BarsInbox inbox() {
    return inbox;
  }

  /** One request as it stands. */
  public BarsAnswer read(BarsCaller caller, BarsSyntax syntax, String id) {
    Optional<BarsCase> found = find(caller, id);
    if (found.isPresent()) {
      BarsCase of = found.get();
      return shown(
          syntax, new BarsView(of, of.whole(), shelf.findWord(of), shelf.findOurs(of)), of);
    }
    List<byte[]> sent = shelf.listSent(id, caller);
    return sent.isEmpty() ? missing(syntax) : shownSent(syntax, sent, sent.size());
  }

  /** One version as it was received. */
  public BarsAnswer read(BarsCaller caller, BarsSyntax syntax, String id, String version) {
    Optional<BarsCase> found = find(caller, id);
    int number = version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 0;
    if (found.isPresent()) {
      BarsCase of = found.get();
      return number < 1 || number > of.versions().size()
          ? missing(syntax)
          : shown(syntax, asReceived(of, of.versions().get(number - 1)), of);
    }
    List<byte[]> sent = shelf.listSent(id, caller);
    return number < 1 || number > sent.size() ? missing(syntax) : shownSent(syntax, sent, number);
  }

  /** All versions, the latest first. */
  public BarsAnswer history(BarsCaller caller, BarsSyntax syntax, String id) {
    return find(caller, id)
        .map(
            of -> {
              List<BarsView> views = new ArrayList<>();
              of.versions().forEach(version -> views.add(0, asReceived(of, version)));
              return ok(syntax, list(syntax, RequestTranslator.Several.HISTORY, views));
            })
        .orElseGet(() -> missing(syntax));
  }

  /** The requests of a patient, or of an identifier, the latest first. */
  public BarsAnswer search(BarsCaller caller, BarsSyntax syntax, RequestSearch search) {
    List<BarsCase> cases =
        search
            .finder()
            .map(received::listByFinder)
            .or(() -> search.key().map(this::listByKey))
            .orElseGet(List::of);
    List<BarsView> views = new ArrayList<>();
    for (BarsCase of : cases) {
      if (views.size() < SHOWN_MAX && caller.isFor(of.sender()) && isNamed(of, search)) {
        BarsCase whole = completed(of);
        views.add(
            0, new BarsView(whole, whole.whole(), shelf.findWord(whole), shelf.findOurs(whole)));
      }
    }
    return ok(syntax, list(syntax, RequestTranslator.Several.SEARCH, views));
  }

  private boolean isNamed(BarsCase of, RequestSearch search) {
    return search
        .name()
        .map(
            name ->
                received
                    .findBody(of.whole())
                    .filter(body -> requests.hasName(body, name))
                    .isPresent())
        .orElse(true);
  }

  /**
   * Takes a changed request as a message of its sender; nothing that was received is overwritten.
   *
   * @param saw the version that was changed, as a tag; empty: as the body says, if it does
   */
  public BarsAnswer update(
      BarsCaller caller, BarsSyntax syntax, String id, byte[] body, Optional<String> saw) {
    return locks.holding(id, () -> updateOne(caller, syntax, id, body, saw));
  }

  private BarsAnswer updateOne(
      BarsCaller caller, BarsSyntax syntax, String id, byte[] body, Optional<String> saw) {
    Optional<BarsCase> found = find(caller, id);
    Optional<byte[]> before = found.map(BarsCase::whole).flatMap(received::findBody);
    if (found.isEmpty() || before.isEmpty()) {
      return missing(syntax);
    }
    RequestTranslator.Amended amended = requests.amend(syntax, before.get(), body, id);
    if (amended instanceof RequestTranslator.Amended.Refused refused) {
      return refuse(syntax, refused.fault());
    }
    RequestTranslator.Amended.Message message = (RequestTranslator.Amended.Message) amended;
    int current = found.get().versions().size();
    boolean isStale =
        saw.filter(tag -> !tag.equals(tag(current))).isPresent()
            || message.version().filter(v -> !v.equals(String.valueOf(current))).isPresent();
    if (isStale) {
      return refuse(syntax, stale(current));
    }
    inbox.keep(body);
    byte[] whole = message.body().getBytes(StandardCharsets.UTF_8);
    BarsAnswer answer = inbox.receive(whole, Optional.empty(), caller);
    return answer.httpStatus() == OK ? read(caller, syntax, id) : answer;
  }

  private static BarsFault stale(int current) {
    return BarsFault.of(
        Kind.CONFLICT,
        "Somebody has changed the request since it was read (version %d now); read it again."
            .formatted(current));
  }

  /** What may be asked of this server. */
  public BarsAnswer capabilities(BarsSyntax syntax) {
    return ok(syntax, requests.capabilities(syntax, us));
  }

  /** What messages to this server hold. */
  public BarsAnswer definitions(BarsSyntax syntax, List<String> contexts) {
    return ok(syntax, requests.definitions(syntax, us, contexts));
  }

  /** An answer that says why there is none. */
  public BarsAnswer refuse(BarsSyntax syntax, BarsFault fault) {
    return new BarsAnswer(
        fault.kind().httpStatus(), answers.refuse(syntax, fault), syntax.contentType());
  }

  /** Senders reuse ids, also for another incident: the latest is meant. */
  private Optional<BarsCase> find(BarsCaller caller, String id) {
    return !NAME.matcher(id).matches() ? Optional.empty() : findNamed(caller, id);
  }

  private Optional<BarsCase> findNamed(BarsCaller caller, String id) {
    return received.listById(id).stream()
        .filter(of -> caller.isFor(of.sender()))
        .reduce((earlier, later) -> later);
  }

  private List<BarsCase> listByKey(String key) {
    if (!NAME.matcher(key).matches()) {
      return List.of();
    }
    return key.contains("|") ? received.listByKey(key) : received.listByValue(key);
  }

  /** With the versions that the search itself did not meet. */
  private BarsCase completed(BarsCase of) {
    return received.listById(of.request()).stream()
        .filter(each -> each.sender().equals(of.sender()) && each.request().equals(of.request()))
        .findFirst()
        .orElse(of);
  }

  private static BarsView asReceived(BarsCase of, BarsVersion version) {
    return new BarsView(of, version, Optional.empty(), Optional.empty());
  }

  private String list(BarsSyntax syntax, RequestTranslator.Several kind, List<BarsView> views) {
    return requests.list(syntax, kind, views, received::findBody);
  }

  private BarsAnswer shown(BarsSyntax syntax, BarsView view, BarsCase of) {
    int number = view.word().isPresent() ? of.versions().size() : view.number();
    return received
        .findBody(view.version())
        .flatMap(body -> requests.write(syntax, view, body))
        .map(body -> new BarsAnswer(OK, body, syntax.contentType(), Optional.of(tag(number))))
        .orElseGet(() -> missing(syntax));
  }

  private BarsAnswer shownSent(BarsSyntax syntax, List<byte[]> sent, int number) {
    return requests
        .writeSent(syntax, sent.get(number - 1), number)
        .map(body -> new BarsAnswer(OK, body, syntax.contentType(), Optional.of(tag(number))))
        .orElseGet(() -> missing(syntax));
  }

  private static String tag(int number) {
    return "W/\"%d\"".formatted(number);
  }

  private BarsAnswer missing(BarsSyntax syntax) {
    return refuse(
        syntax,
        BarsFault.of(
            Kind.UNKNOWN_CASE,
            "There is no such request of yours here.\nMaybe it was sent under another id, or by another service."));
  }

  private static BarsAnswer ok(BarsSyntax syntax, String body) {
    return new BarsAnswer(OK, body, syntax.contentType());
  }
}
