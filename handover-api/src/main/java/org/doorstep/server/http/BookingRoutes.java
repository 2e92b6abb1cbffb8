package org.doorstep.server.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.identity.Access;

/** Who is proposed for booked journeys, and when; to whoever sees the board. */
final class BookingRoutes {
  private final ServedArea area;
  private final BookingFinding finding;

  BookingRoutes(ServedArea area, InstantSource clock) {
    this.area = area;
    this.finding = new BookingFinding(area, clock);
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/bookings").handler(this::bookings);
  }

  private void bookings(RoutingContext context) {
    if (!Access.seesBoard(Requests.user(context))) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
    BoardState board = area.board().state().orElseThrow(() -> new ProblemFault(Problems.NOT_READY));
    Requests.blocking(context, () -> finding.find(board), found -> Requests.json(context, found));
  }
}
