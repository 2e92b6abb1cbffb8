package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.policy.RoomRules;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;

/** What services say of their room as a bare colour: the short form of {@link ServiceRoutes}. */
final class CapacityRoutes {
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
    Instant now = clock.instant();
    Requests.json(
        context,
        new Capacities(
            area.people().book().view().words().stream()
                .flatMap(word -> report(word, now).stream())
                .toList()));
  }

  /** Only what can still be held. */
  private Optional<CapacityReport> report(ServiceWord word, Instant now) {
    ServiceDirectory directory = area.people().directory().services();
    return directory
        .find(word.service())
        .map(service -> RoomRules.status(directory, service, Optional.of(word), now).room())
        .filter(room -> room != Room.UNKNOWN)
        .map(room -> new CapacityReport(word.service(), room.capacity(), word.said().at()));
  }

  private void say(RoutingContext context) {
    User user = Requests.user(context);
    Said said = RecordJson.read(Said.class, Requests.body(context));
    ServiceId service = service(user, said);
    if (area.people().directory().services().find(service).isEmpty()) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE, "/service", "This must be a service of the directory.");
    }
    ServiceWord word =
        new ServiceWord(
            service,
            Room.of(said.capacity()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ServiceWord.Said(user.actor(), clock.instant()));
    blocking(
        context,
        () -> {
          area.people().book().say(word);
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
