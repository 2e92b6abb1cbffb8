package org.doorstep.simulator.workload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.doorstep.dispatch.command.BookingCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingNeeds.Escort;
import org.doorstep.dispatch.model.BookingNeeds.Mobility;
import org.doorstep.dispatch.model.BookingPlace;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.host.AreaPort;

/** Wards and homes that book journeys, put them off, bring them forward and call them off. */
final class Bookings {
  private static final String DESK = "desk";
  private static final long SECONDS_PER_MINUTE = 60;
  private static final List<Category> CATEGORIES =
      List.of(Category.HCP3, Category.HCP4, Category.IFT3, Category.IFT4);

  private final Errands errands;
  private final AreaPort port;
  private final Chance chance;

  Bookings(Errands errands, AreaPort port, Chance chance) {
    this.errands = errands;
    this.port = port;
    this.chance = chance;
  }

  /** Somebody books. */
  void book() {
    Chance ofBooking = chance.split();
    Command.OpenIncident open =
        new Command.OpenIncident(
            errands.head(DESK),
            errands.record(),
            IncidentSource.DESK,
            chance.pick(CATEGORIES),
            Town.TRANSPORT,
            Optional.of(Town.place(chance.whole(0, Town.LENGTH_METERS))),
            List.of(),
            Optional.of(booking(ofBooking)));
    port.give(open, reply -> opened(reply, ofBooking));
  }

  private void opened(Reply reply, Chance ofBooking) {
    if (reply.incident().isEmpty()) {
      return;
    }
    IncidentId id = reply.incident().get();
    double later = ofBooking.between(30, 3_600);
    double fate = ofBooking.share();
    if (fate < 0.25) {
      Booking other = booking(ofBooking);
      run(
          later,
          id,
          (incident, head) ->
              new BookingCommand.ChangeBooking(head, id, other, incident.version()));
    } else if (fate < 0.35) {
      run(
          later,
          id,
          (incident, head) -> new BookingCommand.ReleaseBooking(head, id, incident.version()));
    } else if (fate < 0.45) {
      run(
          later,
          id,
          (incident, head) ->
              new Command.CloseIncident(head, id, CloseReason.CALLED_OFF, incident.version()));
    } else if (fate < 0.55) {
      Category worse = ofBooking.pick(List.of(Category.HCP2, Category.IFT2, Category.C2));
      run(
          later,
          id,
          (incident, head) ->
              new Command.RecategoriseIncident(
                  head, id, worse, incident.triage().needs(), incident.version()));
    }
  }

  /** Done while nobody has been sent; after that it is too late to ask for it. */
  private void run(
      double seconds, IncidentId id, BiFunction<Incident, CommandHead, Command> command) {
    errands.run(
        seconds,
        DESK,
        (board, head) ->
            board
                .findIncident(id)
                .filter(incident -> incident.response().jobs().isEmpty())
                .filter(incident -> !incident.response().attended())
                .map(incident -> command.apply(incident, head)));
  }

  /** Some windows have begun, most lie an hour or two ahead: the town's day is a short one. */
  private Booking booking(Chance ofBooking) {
    Instant from = errands.now().plusSeconds(SECONDS_PER_MINUTE * (ofBooking.whole(0, 130) - 10));
    Instant until = from.plusSeconds(SECONDS_PER_MINUTE * ofBooking.whole(15, 90));
    return new Booking(
        BookingWindow.between(from, until),
        new BookingJourney(
            BookingPlace.CARE_HOME, BookingPlace.HOSPITAL_WARD, Optional.of(Town.HOSPITAL)),
        new BookingNeeds(Mobility.STRETCHER, Escort.CARER, List.of()),
        new BookingMinutes(20, 15));
  }
}
