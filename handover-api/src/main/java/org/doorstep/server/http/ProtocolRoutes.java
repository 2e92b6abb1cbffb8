package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.protocol.DmnFile;
import org.doorstep.dispatch.shell.protocol.ProtocolFault;
import org.doorstep.dispatch.shell.shelf.ProtocolShelf;
import org.doorstep.dispatch.shell.shelf.ShadowAnswer;
import org.doorstep.dispatch.shell.shelf.ShelfRefusal;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/**
 * The decision tables of an area: admins load, try and adopt versions, the hub reads along. What is
 * proved here takes seconds of a processor, so one at a time is.
 */
final class ProtocolRoutes {
  private static final String SHELF = "/api/areas/:area/protocol";
  private static final String VERSIONS = SHELF + "/versions";
  private static final String READ_AS = "decision again";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 ._()-]{1,100}");
  private static final Pattern RECORD =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ServedArea area;
  private final ProtocolShelf shelf;
  private final Users users;
  private final InstantSource clock;

  // One proof at a time: decisions need the other processors.
  private final Semaphore proving = new Semaphore(1);

  private record Adopt(String sha256, String saw, String reason) {}

  private record Shade(String sha256, String reason) {}

  private record End(String reason) {}

  private record Differences(
      List<ShadowAnswer.Total> totals, long missed, List<ShadowAnswer> differences) {}

  ProtocolRoutes(HttpSide.Needs needs) {
    this.area = needs.area();
    this.shelf = needs.area().protocol().shelf();
    this.users = needs.users();
    this.clock = needs.clock();
  }

  /** A file of a table may be larger than other bodies; to be mounted before their bound is. */
  static void mountBound(Router router) {
    router.post(VERSIONS).handler(BodyHandler.create(false).setBodyLimit(DmnFile.BYTES_MAX));
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get(SHELF).handler(this::overview);
    router.post(VERSIONS).handler(this::load);
    router.get(VERSIONS + "/:version").handler(this::check);
    router.get(VERSIONS + "/:version/file").handler(this::file);
    router.post(SHELF + "/adoptions").handler(this::adopt);
    router.put(SHELF + "/shadows/:table").handler(this::startShadow);
    router.post(SHELF + "/shadows/:table/end").handler(this::endShadow);
    router.get(SHELF + "/differences").handler(this::differences);
    router
        .get("/api/areas/:area/patients/:incident/:number/assessments/:record/again")
        .handler(this::again);
  }

  private void overview(RoutingContext context) {
    User user = reader(context);
    answerOverview(context, user);
  }

  private void answerOverview(RoutingContext context, User user) {
    blocking(
        context,
        () -> shown().overview(shelf, Access.mayKeepProtocol(user)),
        shown -> Requests.json(context, shown));
  }

  private void load(RoutingContext context) {
    Actor by = keeper(context);
    String name = Requests.query(context, "name").orElse("table.dmn");
    if (!NAME.matcher(name).matches()) {
      throw new ProblemFault(
          Problems.QUERY.because("name: 1 to 100 letters, digits, spaces and ._()-"));
    }
    byte[] dmn = Requests.body(context);
    blocking(
        context,
        () -> proved(() -> checked(shelf.load(name, dmn, by).sha256())),
        shown -> Requests.json(context, shown));
  }

  private void check(RoutingContext context) {
    reader(context);
    String sha256 = hash("version", context.pathParam("version"));
    blocking(context, () -> proved(() -> checked(sha256)), shown -> Requests.json(context, shown));
  }

  private ShownProtocol.Check checked(String sha256) {
    return shown().check(shelf.view(), shelf.check(sha256));
  }

  private void file(RoutingContext context) {
    reader(context);
    String sha256 = hash("version", context.pathParam("version"));
    blocking(
        context,
        () ->
            shelf
                .file(sha256)
                .orElseThrow(() -> new ProblemFault(Problems.PROTOCOL_VERSION_UNKNOWN)),
        bytes -> {
          var unused =
              context
                  .response()
                  .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
                  .putHeader("Content-Disposition", "attachment; filename=\"table.dmn\"")
                  .end(Buffer.buffer(bytes));
        });
  }

  private void adopt(RoutingContext context) {
    Actor by = keeper(context);
    User user = Requests.user(context);
    Adopt asked = RecordJson.read(Adopt.class, Requests.body(context));
    String sha256 = hash("/sha256", asked.sha256());
    blocking(
        context,
        () -> proved(() -> shelf.adopt(sha256, asked.saw(), by, asked.reason())),
        done -> answerOverview(context, user));
  }

  private void startShadow(RoutingContext context) {
    Actor by = keeper(context);
    User user = Requests.user(context);
    TableKind kind = kind(context);
    Shade asked = RecordJson.read(Shade.class, Requests.body(context));
    String sha256 = hash("/sha256", asked.sha256());
    if (shelf.view().find(sha256).filter(each -> each.kind() == kind).isEmpty()) {
      throw new ProblemFault(Problems.PROTOCOL_VERSION_UNKNOWN);
    }
    blocking(
        context,
        () -> asked(() -> shelf.startShadow(sha256, by, asked.reason())),
        done -> answerOverview(context, user));
  }

  private void endShadow(RoutingContext context) {
    Actor by = keeper(context);
    User user = Requests.user(context);
    TableKind kind = kind(context);
    End asked = RecordJson.read(End.class, Requests.body(context));
    blocking(
        context,
        () ->
            asked(
                () -> {
                  shelf.endShadow(kind, by, asked.reason());
                  return kind;
                }),
        done -> answerOverview(context, user));
  }

  private void differences(RoutingContext context) {
    reader(context);
    Optional<String> sha256 =
        Requests.query(context, "version").map(value -> hash("version", value));
    blocking(
        context,
        () -> {
          var shadow = area.protocol().shadow();
          return new Differences(
              shadow.store().totals(), shadow.missed(), shadow.store().differences(sha256));
        },
        shown -> Requests.json(context, shown));
  }

  private void again(RoutingContext context) {
    User user = reader(context);
    PatientId patient =
        PatientRoutes.patientId(context)
            .orElseThrow(() -> new ProblemFault(Problems.PATIENT_UNKNOWN));
    String record = context.pathParam("record");
    if (!RECORD.matcher(record).matches()) {
      throw new ProblemFault(Problems.ASSESSMENT_UNKNOWN);
    }
    blocking(
        context,
        () -> {
          users.recordRead(user, area.id(), patient, READ_AS);
          return area.protocol().past().find(patient, new RecordId(UUID.fromString(record)));
        },
        found ->
            Requests.json(
                context, found.orElseThrow(() -> new ProblemFault(Problems.ASSESSMENT_UNKNOWN))));
  }

  private ShownProtocol shown() {
    return new ShownProtocol(clock.instant());
  }

  private static User reader(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.seesProtocol(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return user;
  }

  private static Actor keeper(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.mayKeepProtocol(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return user.actor();
  }

  private static TableKind kind(RoutingContext context) {
    return TableKind.find(context.pathParam("table"))
        .orElseThrow(() -> new ProblemFault(Problems.PROTOCOL_VERSION_UNKNOWN));
  }

  private static String hash(String place, String value) {
    if (!HASH.matcher(value).matches()) {
      throw new ProblemFault(
          place.startsWith("/")
              ? Problems.PROTOCOL_INVALID.at(place, "This must be a hash of 64 hexadecimal digits.")
              : Problems.PROTOCOL_VERSION_UNKNOWN);
    }
    return value;
  }

  private <T> T proved(Callable<T> work) throws Exception {
    if (!proving.tryAcquire()) {
      throw new ProblemFault(Problems.PROTOCOL_BUSY);
    }
    try {
      return asked(work);
    } finally {
      proving.release();
    }
  }

  private static <T> T asked(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (ProtocolFault e) {
      throw new ProblemFault(
          Problems.PROTOCOL_TABLE_REFUSED.because(String.valueOf(e.getMessage())));
    } catch (ShelfRefusal e) {
      String why = String.valueOf(e.getMessage());
      throw new ProblemFault(
          switch (e.kind()) {
            case UNKNOWN_VERSION -> Problems.PROTOCOL_VERSION_UNKNOWN.because(why);
            case VERSION_TAKEN -> Problems.PROTOCOL_VERSION_TAKEN.because(why);
            case OUTDATED -> Problems.PROTOCOL_CHANGED.because(why);
            case RULES_BROKEN -> Problems.PROTOCOL_RULES_BROKEN.because(why);
            case IS_RUNNING, NEVER_ASKED, NO_SHADOW ->
                Problems.PROTOCOL_SHADOW_REFUSED.because(why);
            case REASON -> Problems.PROTOCOL_INVALID.at("/reason", why);
          });
    }
  }
}
