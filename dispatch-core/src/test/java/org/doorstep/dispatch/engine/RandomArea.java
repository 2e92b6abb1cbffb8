package org.doorstep.dispatch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.ChangeBooking;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReleaseBooking;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/** Makes plausible and implausible commands of a seed: sane desks, stale screens, wrong numbers. */
public final class RandomArea {
  private static final int UNITS = 12;

  private final World world;
  private final Random random;

  public RandomArea(World world, long seed) {
    this.world = world;
    this.random = new Random(seed);
  }

  public Command next() {
    world.after(random.nextInt(30) - 2);
    return switch (random.nextInt(17)) {
      case 0 ->
          new SignOnUnit(world.head(), unit(), World.shift(UnitKind.AMBULANCE, World.EMERGENCY));
      case 1 -> new SignOffUnit(world.head(), unit());
      case 2 -> new MakeUnitUnavailable(world.head(), unit(), UnavailableReason.BREAK);
      case 3 -> new MakeUnitAvailable(world.head(), unit());
      case 4, 5 -> world.openCommand(any(Category.values()), World.EMERGENCY);
      case 6 -> new RequestRecommendation(world.head(), incident());
      case 7, 8 -> recommend();
      case 9, 10 -> assign();
      case 11, 12 -> new ReportJobStage(world.head(), incident(), unit(), any(JobStage.values()));
      case 13, 14 -> booked();
      default -> ending();
    };
  }

  /** Bookings that fit and bookings that do not: past, far, of emergencies, of nobody. */
  private Command booked() {
    IncidentId incident = incident();
    long saw = seen(incident, unit()).incident();
    return switch (random.nextInt(4)) {
      case 0 -> new ChangeBooking(world.head(), incident, booking(), saw);
      case 1 -> new ReleaseBooking(world.head(), incident, saw);
      case 2 -> new SweepDeadlines(world.head());
      default -> world.openCommand(any(Category.values()), World.EMERGENCY, Optional.of(booking()));
    };
  }

  private Booking booking() {
    long from = random.nextInt(400) - 60L;
    return World.booking(from, from + 1 + random.nextInt(120));
  }

  private Command ending() {
    IncidentId incident = incident();
    UnitId unit = unit();
    return switch (random.nextInt(3)) {
      case 0 -> new RefuseJob(world.head(), incident, unit, JobEndReason.VEHICLE);
      case 1 ->
          new StandDownUnit(
              world.head(), incident, unit, JobEndReason.BETTER_UNIT, seen(incident, unit));
      default ->
          new CloseIncident(
              world.head(), incident, CloseReason.CALLED_OFF, seen(incident, unit).incident());
    };
  }

  private Command recommend() {
    IncidentId incident = incident();
    long asked =
        world.engine().view().findIncident(incident).stream()
            .mapToLong(found -> found.response().travelTimesAsked())
            .findFirst()
            .orElse(0);
    List<TravelQuote> quotes = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      if (random.nextBoolean()) {
        quotes.add(World.drive("U" + i, random.nextInt(2_000_000)));
      }
    }
    return new RecommendUnits(world.head(), incident, asked, World.EVIDENCE, quotes);
  }

  private Command assign() {
    IncidentId incident = incident();
    UnitId unit = unit();
    Optional<Long> latest =
        world
            .engine()
            .view()
            .findIncident(incident)
            .flatMap(found -> found.response().recommendation())
            .map(Recommendation::number);
    return new AssignUnit(
        world.head(),
        incident,
        unit,
        random.nextInt(5) == 0 ? Optional.empty() : latest,
        random.nextBoolean() ? Optional.empty() : Optional.of(OverrideReason.OTHER),
        seen(incident, unit));
  }

  /** What is true now, or, one time in five, what was on a stale screen. */
  private Seen seen(IncidentId incident, UnitId unit) {
    long stale = random.nextInt(5) == 0 ? 1 : 0;
    long incidentVersion =
        world.engine().view().findIncident(incident).map(Incident::version).orElse(1L);
    long unitVersion = world.engine().view().findUnit(unit).map(u -> u.version()).orElse(1L);
    return new Seen(incidentVersion + stale, unitVersion);
  }

  private UnitId unit() {
    return new UnitId("U" + random.nextInt(UNITS));
  }

  private IncidentId incident() {
    long last = world.engine().view().nextIncident().value();
    return new IncidentId(Math.max(1, last - random.nextInt(8)));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
