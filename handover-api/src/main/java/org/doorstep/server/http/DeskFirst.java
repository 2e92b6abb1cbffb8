package org.doorstep.server.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.doorstep.server.planner.DeskWaits;

/** Whoever sends a unit or decides at a patient's side comes before experiments on this machine. */
final class DeskFirst {
  private static final List<String> AWAITED =
      List.of(
          "/api/areas/:area/commands/*",
          "/api/areas/:area/patients*",
          "/api/areas/:area/incidents/*");

  private final DeskWaits desk;

  private DeskFirst(DeskWaits desk) {
    this.desk = desk;
  }

  /** Says so from the request to the end of its answer. */
  static void mount(Router router, DeskWaits desk) {
    DeskFirst first = new DeskFirst(desk);
    AWAITED.forEach(path -> router.route(path).handler(first::await));
  }

  private void await(RoutingContext context) {
    desk.begin();
    context.addEndHandler(done -> desk.end());
    context.next();
  }
}
