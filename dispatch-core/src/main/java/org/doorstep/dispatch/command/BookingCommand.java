package org.doorstep.dispatch.command;

import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.IncidentId;

/** What somebody asks about what was agreed of a journey for later. */
public sealed interface BookingCommand extends Command
    permits BookingCommand.ChangeBooking, BookingCommand.ReleaseBooking {

  /** Calls the case for this command. */
  <R> R fold(BookingCases<R> cases);

  @Override
  default <R> R fold(Cases<R> cases) {
    return cases.booking(this);
  }

  /** One answer for each kind of command about a booking. */
  interface BookingCases<R> {
    R changeBooking(ChangeBooking command);

    R releaseBooking(ReleaseBooking command);
  }

  /**
   * Books an incident anew: another window, other needs. It adds needs to the incident and takes
   * none off. {@code saw} is the incident's version on screen.
   */
  record ChangeBooking(CommandHead head, IncidentId incident, Booking booking, long saw)
      implements BookingCommand {
    @Override
    public <R> R fold(BookingCases<R> cases) {
      return cases.changeBooking(this);
    }
  }

  /** Lets a booked incident wait now; {@code saw} is the incident's version on screen. */
  record ReleaseBooking(CommandHead head, IncidentId incident, long saw) implements BookingCommand {
    @Override
    public <R> R fold(BookingCases<R> cases) {
      return cases.releaseBooking(this);
    }
  }
}
