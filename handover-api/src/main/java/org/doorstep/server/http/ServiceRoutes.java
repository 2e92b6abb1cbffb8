package org.doorstep.server.http;

import static org.doorstep.server.http.Requests.blocking;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.RoomNote;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.policy.RoomRules;
import org.doorstep.dispatch.policy.ServiceQuestion;
import org.doorstep.dispatch.policy.ServiceSearch;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.routing.DrivingMode;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.User;

/** The directory of services: searched, and what each says of its room and its door. */
final class ServiceRoutes {
  private static final Duration UNTIL_MAX = RoomRules.PAUSE_MAX;

  private final ServedArea area;
  private final InstantSource clock;

  /**
   * What is said for a service.
   *
   * @param until a moment within a day
   */
  private record SaidWord(
      Optional<Room> room,
      Optional<Instant> until,
      Optional<Integer> placesLeft,
      Optional<RoomNote> note,
      Optional<SaidQueue> queue) {}

  private record SaidQueue(int ambulancesWaiting, int handoverMinutes) {}

  private record Switch(boolean on, Optional<String> reason) {}

  private record Switched(Optional<LoadLevelling> levelling) {}

  ServiceRoutes(ServedArea area, InstantSource clock) {
    this.area = area;
    this.clock = clock;
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/services/search").handler(this::search);
    router.get("/api/areas/:area/services/words").handler(this::words);
    router.post("/api/areas/:area/services/:service/words").handler(this::say);
    router.get("/api/areas/:area/load-levelling").handler(this::levelling);
    router.put("/api/areas/:area/load-levelling").handler(this::level);
  }

  private void search(RoutingContext context) {
    requireSight(context);
    SearchQuery query = SearchQuery.of(context);
    Instant now = clock.instant();
    blocking(
        context,
        () -> {
          ServiceBook.View book = area.people().book().view();
          ServiceQuestion question =
              query.question(
                  place -> new ServiceDrives(area).find(place, DrivingMode.NORMAL),
                  query.at().isPresent() ? List.of() : book.words(),
                  query.at().orElse(now));
          return ShownServices.of(
              directory(), ServiceSearch.search(directory(), question), book, question.now());
        },
        found -> Requests.json(context, found));
  }

  private void words(RoutingContext context) {
    requireSight(context);
    Requests.json(
        context, ShownWords.of(directory(), area.people().book().view(), clock.instant()));
  }

  private void say(RoutingContext context) {
    User user = Requests.user(context);
    Service service =
        directory().services().stream()
            .filter(each -> each.id().value().equals(context.pathParam("service")))
            .findFirst()
            .orElseThrow(() -> new ProblemFault(Problems.SERVICE_UNKNOWN));
    if (!Access.maySpeakFor(user, service.id())) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    SaidWord said = RecordJson.read(SaidWord.class, Requests.body(context));
    ServiceWord.Said by = new ServiceWord.Said(user.actor(), clock.instant());
    Optional<ServiceWord> word = word(service, said, by);
    Optional<QueueWord> queue = queue(service, said, by);
    if (word.isEmpty() && queue.isEmpty()) {
      throw new WireFault(
          WireFault.Kind.MISSING_FIELD, "/room", "Say something of room or of the queue.");
    }
    blocking(
        context,
        () -> {
          word.ifPresent(area.people().book()::say);
          queue.ifPresent(area.people().book()::say);
          return true;
        },
        done -> Requests.noContent(context));
  }

  private static Optional<ServiceWord> word(Service service, SaidWord said, ServiceWord.Said by) {
    Instant latest = by.at().plus(UNTIL_MAX);
    if (said.until().filter(latest::isBefore).isPresent()) {
      throw new WireFault(
          WireFault.Kind.INVALID_VALUE, "/until", "This must be within the next 24 hours.");
    }
    return said.room()
        .map(
            room ->
                valid(
                    () ->
                        new ServiceWord(
                            service.id(), room, said.until(), said.placesLeft(), said.note(), by)));
  }

  private static Optional<QueueWord> queue(Service service, SaidWord said, ServiceWord.Said by) {
    return said.queue()
        .map(
            queue ->
                valid(
                    () ->
                        new QueueWord(
                            service.id(), queue.ambulancesWaiting(), queue.handoverMinutes(), by)));
  }

  private void levelling(RoutingContext context) {
    requireSight(context);
    Requests.json(context, new Switched(area.people().book().view().levelling()));
  }

  private void level(RoutingContext context) {
    User user = Requests.user(context);
    if (!Access.mayLevel(user)) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    Switch said = RecordJson.read(Switch.class, Requests.body(context));
    LoadLevelling levelling =
        valid(
            () ->
                new LoadLevelling(
                    said.on(),
                    said.reason().map(String::strip).orElse(""),
                    new ServiceWord.Said(user.actor(), clock.instant())));
    blocking(
        context,
        () -> {
          area.people().book().say(levelling);
          return true;
        },
        done -> Requests.json(context, new Switched(Optional.of(levelling))));
  }

  private static <T> T valid(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new WireFault(WireFault.Kind.INVALID_VALUE, "", String.valueOf(e.getMessage()));
    }
  }

  private static void requireSight(RoutingContext context) {
    if (!Access.seesServices(Requests.user(context))) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
  }

  private ServiceDirectory directory() {
    return area.people().directory().services();
  }
}
