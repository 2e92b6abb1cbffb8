package org.doorstep.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.shell.travel.ClosureRefusal;
import org.doorstep.dispatch.shell.travel.RoadKeeper;
import org.doorstep.dispatch.shell.travel.RoadView;
import org.doorstep.routing.Closure;
import org.doorstep.routing.ClosureFault;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;

/**
 * Closures of roads: who sees the board sees them, desk and admin make them. A change names the
 * version that was looked at, so that two desks do not overwrite each other.
 */
final class ClosureRoutes {
  private static final int BODY_BYTES_MAX = 262_144;
  private static final Pattern VERSION = Pattern.compile("\"?([1-9][0-9]{0,8})\"?");

  private final RoadKeeper keeper;
  private final ClosureBody bodies;
  private final InstantSource clock;

  ClosureRoutes(ServedArea area, InstantSource clock) {
    this.keeper = area.live().roads();
    this.bodies = new ClosureBody(area.map().roads().info());
    this.clock = clock;
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/closures").handler(this::list);
    router.post("/api/areas/:area/closures/preview").handler(this::preview);
    router.put("/api/areas/:area/closures/:id").handler(this::put);
    router.delete("/api/areas/:area/closures/:id").handler(this::lift);
  }

  private void list(RoutingContext context) {
    if (!Access.seesClosures(Requests.user(context))) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    RoadView view = keeper.view();
    Requests.blocking(
        context, () -> ShownClosures.list(view), shown -> Requests.json(context, shown));
  }

  private void preview(RoutingContext context) {
    writer(context);
    byte[] body = body(context);
    Requests.blocking(
        context,
        () -> asked(() -> ShownClosures.roads(keeper.preview(bodies.preview(body)))),
        roads -> Requests.json(context, roads));
  }

  private void put(RoutingContext context) {
    Actor by = writer(context);
    String id = ClosureBody.id(context.pathParam("id"));
    long saw = saw(context);
    byte[] body = body(context);
    Requests.blocking(
        context,
        () -> {
          Closure closure = bodies.read(id, body, clock.instant());
          return asked(() -> keeper.put(closure, saw, by));
        },
        shown -> answer(context, shown));
  }

  private void lift(RoutingContext context) {
    Actor by = writer(context);
    String id = ClosureBody.id(context.pathParam("id"));
    long saw = saw(context);
    if (saw == 0) {
      throw new ProblemFault(Problems.VERSION_MISSING);
    }
    Requests.blocking(
        context, () -> asked(() -> keeper.lift(id, saw, by)), shown -> answer(context, shown));
  }

  private static void answer(RoutingContext context, RoadView.Shown shown) {
    context.response().putHeader(HttpHeaders.ETAG, "\"" + shown.kept().version() + "\"");
    Requests.json(context, ShownClosures.one(shown));
  }

  private static Actor writer(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.mayCloseRoads(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    return user.actor();
  }

  private static byte[] body(RoutingContext context) {
    byte[] body = Requests.body(context);
    if (body.length > BODY_BYTES_MAX) {
      throw new ProblemFault(
          Problems.TOO_LARGE.because(
              "The closure has %d bytes; it may have %d.".formatted(body.length, BODY_BYTES_MAX)));
    }
    return body;
  }

  /** The version that was looked at; 0 for a closure that is to be new. */
  private static long saw(RoutingContext context) {
    String seen = context.request().getHeader(HttpHeaders.IF_MATCH);
    String none = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (seen == null && none != null && none.strip().equals("*")) {
      return 0;
    }
    Matcher version = VERSION.matcher(seen == null ? "" : seen.strip());
    if (none != null || !version.matches()) {
      throw new ProblemFault(Problems.VERSION_MISSING);
    }
    return Long.parseLong(version.group(1));
  }

  private static <T> T asked(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (ClosureFault e) {
      throw new ProblemFault(Problems.CLOSURE_NOT_ON_MAP.because(String.valueOf(e.getMessage())));
    } catch (ClosureRefusal e) {
      Problem problem =
          switch (e.kind()) {
            case UNKNOWN -> Problems.CLOSURE_UNKNOWN;
            case OUTDATED -> Problems.CLOSURE_CHANGED;
            case TOO_MANY -> Problems.CLOSURES_TOO_MANY;
          };
      throw new ProblemFault(problem.because(String.valueOf(e.getMessage())));
    }
  }
}
