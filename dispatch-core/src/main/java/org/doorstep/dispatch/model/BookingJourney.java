package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * From what kind of place a booked patient is taken to what kind of place.
 *
 * @param service the destination in the directory of services, where it has an entry there
 */
public record BookingJourney(
    BookingPlace origin, BookingPlace destination, Optional<ServiceId> service) {}
