package org.doorstep.dispatch.policy.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingNeeds.Escort;
import org.doorstep.dispatch.model.BookingNeeds.Mobility;
import org.doorstep.dispatch.model.BookingPlace;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/** Makes questions of a seed: tight enough that not all can be done, in whole minutes. */
final class RandomPlans {
  private static final int PLACES = 7;

  private final Random random;

  RandomPlans(long seed) {
    this.random = new Random(seed);
  }

  BookingQuestion question(int journeys, int units) {
    List<PlanJourney> booked = new ArrayList<>();
    for (int i = 1; i <= journeys; i++) {
      booked.add(journey(i));
    }
    List<PlanUnit> crews = new ArrayList<>();
    for (int i = 1; i <= units; i++) {
      crews.add(unit(i));
    }
    List<Integer> weights = new ArrayList<>();
    for (int hour = 0; hour < 8; hour++) {
      weights.add(40 + random.nextInt(80));
    }
    return new BookingQuestion(
        World.NOON, booked, crews, drives(), new EmergencyLoad(at(-20), weights));
  }

  private PlanJourney journey(int number) {
    int from = random.nextInt(240);
    int until = from + 10 + random.nextInt(80);
    Optional<Instant> arriveBy =
        random.nextInt(3) == 0
            ? Optional.of(at(until + 20 + random.nextInt(60)))
            : Optional.empty();
    Mobility mobility = random.nextInt(5) == 0 ? Mobility.BARIATRIC : Mobility.STRETCHER;
    Escort escort = List.of(Escort.values()).get(random.nextInt(Escort.values().length));
    Booking booking =
        new Booking(
            new BookingWindow(Optional.of(at(from)), Optional.of(at(until)), arriveBy),
            new BookingJourney(
                BookingPlace.HOME, BookingPlace.COMMUNITY_HOSPITAL, Optional.empty()),
            new BookingNeeds(mobility, escort, List.of()),
            new BookingMinutes(10 + random.nextInt(15), 10 + random.nextInt(15)));
    return new PlanJourney(
        new IncidentId(number),
        booking,
        booking.needs().capabilities(),
        random.nextInt(PLACES),
        random.nextInt(PLACES));
  }

  private PlanUnit unit(int number) {
    boolean transfer = random.nextInt(5) < 2;
    Capabilities able =
        random.nextBoolean()
            ? Capabilities.of(Capability.CONVEYANCE, Capability.BARIATRIC)
            : Capabilities.of(Capability.CONVEYANCE);
    int rest = random.nextInt(240);
    return new PlanUnit(
        new UnitId("U" + number),
        transfer ? UnitKind.URGENT_TRANSFER : UnitKind.AMBULANCE,
        able,
        1 + random.nextInt(2),
        at(random.nextInt(60) - 20),
        random.nextInt(PLACES),
        random.nextInt(PLACES),
        at(150 + random.nextInt(300)),
        random.nextInt(3) == 0 ? List.of(new PlanRest(at(rest), at(rest + 90), 30)) : List.of());
  }

  /** Straight ways between points of a square, so that no way round is shorter. */
  private PlanDrives drives() {
    List<Integer> east = new ArrayList<>();
    List<Integer> north = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      east.add(random.nextInt(20));
      north.add(random.nextInt(20));
    }
    List<Integer> millis = new ArrayList<>();
    for (int from = 0; from < PLACES; from++) {
      for (int to = 0; to < PLACES; to++) {
        int blocks =
            StrictMath.abs(east.get(from) - east.get(to))
                + StrictMath.abs(north.get(from) - north.get(to));
        millis.add(blocks * 60_000);
      }
    }
    return new PlanDrives(PLACES, millis);
  }

  private static Instant at(long minutes) {
    return World.NOON.plusSeconds(minutes * 60);
  }
}
