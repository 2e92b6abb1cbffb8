package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;

/** What services say of their room, which counts when a destination is chosen. */
final class CapacityRoutes {
  /** ENGINEERING DEFAULT, needs approval: an older word says nothing about now. */
  static final Duration COUNTS_FOR = Duration.ofHours(12);

  private final ServedArea area;
  private final InstantSource clock;

  private record Said(Capacity capacity, Optional<ServiceId> service) {}

  private record Capacities(List<CapacityReport> capacities) {}

  CapacityRoutes(ServedArea area, InstantSource clock) {
    this.area = area;
    this.clock = clock;
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/capacities").handler(this::list);
    router.post("/api/areas/:area/capacities").handler(this::say);
  }

  private void list(RoutingContext context) {
    blocking(
        context,
        () -> new Capacities(area.people().capacities().list(clock.instant().minus(COUNTS_FOR))),
        read -> Requests.json(context, read));
  }

  private void say(RoutingContext context) {
    User user = Requests.user(context);
    Said said = RecordJson.read(Said.class, Requests.body(context));
    ServiceId service = service(user, said);
    if (area.people().directory().services().find(service).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE, "/service", "This must be a service of the directory.");
    }
    CapacityReport report = new CapacityReport(service, said.capacity(), clock.instant());
    blocking(
        context,
        () -> {
          area.people().capacities().put(report, user.actor());
          return true;
        },
        done -> Requests.noContent(context));
  }

  /** A hospital or service speaks for itself; desk and hub put down what they were told. */
  private static ServiceId service(User user, Said said) {
    if (Access.seesBoard(user)) {
      return said.service()
          .orElseThrow(
              () ->
                  new WireFault(WireFault.Kind.MISSING_FIELD, "/service", "Say whose room it is."));
    }
    boolean speaks = user.is(Role.HOSPITAL) || user.is(Role.SERVICE);
    return user.service()
        .filter(own -> speaks && said.service().filter(other -> !other.equals(own)).isEmpty())
        .orElseThrow(() -> new ProblemFault(Problems.FORBIDDEN));
  }
}
