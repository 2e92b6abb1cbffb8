package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.BookingCommand.ChangeBooking;
import org.doorstep.dispatch.command.BookingCommand.ReleaseBooking;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.OtherDrives;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.model.UnitPlace;

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
    return switch (random.nextInt(21)) {
      case 0 -> new SignOnUnit(world.head(), unit(), shift());
      case 1 -> new SignOffUnit(world.head(), unit());
      case 2 -> new MakeUnitUnavailable(world.head(), unit(), UnavailableReason.BREAK);
      case 3 -> new MakeUnitAvailable(world.head(), unit());
      case 4, 5 -> world.openCommand(any(Category.values()), World.EMERGENCY);
      case 6 -> new RequestRecommendation(world.head(), incident());
      case 7, 8 -> recommend();
      case 9, 10 -> assign();
      case 15, 16, 17, 18 -> fleet();
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

  /** Some have a break ahead, some are near the end of their shift, some cannot do everything. */
  private Shift shift() {
    Instant now = world.now();
    Capabilities able =
        switch (random.nextInt(4)) {
          case 0 -> World.EMERGENCY;
          case 1 -> Capabilities.of(Capability.CONVEYANCE);
          default ->
              Capabilities.of(
                  Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE);
        };
    Optional<BreakWindow> rest =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new BreakWindow(now, now.plusSeconds(60 + random.nextInt(7_200)), 30));
    return new Shift(
        UnitKind.AMBULANCE, able, "West", now.plusSeconds(600 + random.nextInt(20_000)), rest);
  }

  private Command fleet() {
    FleetWatch watch = world.engine().view().fleet();
    return switch (random.nextInt(8)) {
      case 0 -> new RequestReview(world.head());
      case 1, 2 ->
          new ReviewFleet(
              world.head(),
              random.nextInt(4) == 0 ? 0 : watch.reviewAsked(),
              World.EVIDENCE,
              picture(Optional.empty()));
      case 3 -> post(watch);
      case 4, 5 -> exchange(watch);
      default -> divert();
    };
  }

  private Command post(FleetWatch watch) {
    UnitId unit = unit();
    String station = any(new String[] {"West", "East", "North"});
    Optional<FleetReview> review = watch.review();
    List<MoveAdvice> moves = review.map(each -> each.advice().moves()).orElse(List.of());
    if (!moves.isEmpty() && random.nextInt(4) > 0) {
      MoveAdvice move = moves.get(random.nextInt(moves.size()));
      unit = move.unit();
      station = move.station();
    }
    return new PostUnit(
        world.head(),
        unit,
        station,
        random.nextBoolean() ? Optional.empty() : review.map(FleetReview::number),
        version(unit));
  }

  private Command exchange(FleetWatch watch) {
    List<ExchangeAdvice> advised = new ArrayList<>();
    watch.review().ifPresent(review -> advised.addAll(review.advice().exchanges()));
    for (Incident open : world.engine().view().listIncidents()) {
      open.response()
          .recommendation()
          .flatMap(latest -> latest.advice())
          .flatMap(advice -> advice.exchange())
          .ifPresent(advised::add);
    }
    boolean asAdvised = !advised.isEmpty() && random.nextInt(4) > 0;
    Exchange exchange =
        asAdvised ? advised.get(random.nextInt(advised.size())).exchange() : madeUp();
    return new ExchangeUnits(
        world.head(),
        exchange,
        asAdvised ? Optional.empty() : Optional.of(OverrideReason.OTHER),
        new ExchangeSeen(
            version(exchange.incident()),
            version(exchange.leaves()),
            version(exchange.comes()),
            exchange.onto().map(this::version)));
  }

  /** Of two units and two incidents, most often where the first is going. */
  private Exchange madeUp() {
    int leaves = random.nextInt(UNITS);
    UnitId leaving = new UnitId("U" + leaves);
    UnitId coming = new UnitId("U" + (leaves + 1 + random.nextInt(UNITS - 1)) % UNITS);
    IncidentId incident = incidentOf(leaving);
    Optional<IncidentId> onto =
        Optional.of(incident()).filter(each -> random.nextBoolean() && !each.equals(incident));
    return new Exchange(incident, leaving, coming, onto);
  }

  private IncidentId incidentOf(UnitId unit) {
    return world
        .engine()
        .view()
        .findUnit(unit)
        .flatMap(each -> each.job())
        .map(Job::incident)
        .orElseGet(this::incident);
  }

  private Command divert() {
    IncidentId incident = incident();
    UnitId unit = unit();
    IncidentId left = incidentOf(unit);
    Optional<Recommendation> latest =
        world
            .engine()
            .view()
            .findIncident(incident)
            .flatMap(found -> found.response().recommendation());
    Optional<Candidate> advised =
        latest.stream()
            .flatMap(each -> each.candidates().stream())
            .filter(each -> each.divertsFrom().isPresent())
            .findFirst();
    return new AssignUnit(
        world.head(),
        incident,
        advised.map(Candidate::unit).orElse(unit),
        latest.map(Recommendation::number),
        advised.isPresent() ? Optional.empty() : Optional.of(OverrideReason.OTHER),
        seen(incident, advised.map(Candidate::unit).orElse(unit)),
        advised.flatMap(Candidate::divertsFrom).or(() -> Optional.of(left)));
  }

  private long version(IncidentId incident) {
    return world.engine().view().findIncident(incident).map(Incident::version).orElse(1L);
  }

  private long version(UnitId unit) {
    return world.engine().view().findUnit(unit).map(each -> each.version()).orElse(1L);
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
    return new RecommendUnits(
        world.head(),
        incident,
        asked,
        World.EVIDENCE,
        quotes(),
        random.nextInt(4) == 0 ? AreaPicture.NONE : picture(Optional.of(incident)));
  }

  /** Drives of most of the units, in the order of call signs. */
  public List<TravelQuote> quotes() {
    List<UnitId> units = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      if (random.nextInt(4) > 0) {
        units.add(new UnitId("U" + i));
      }
    }
    Collections.sort(units);
    List<TravelQuote> quotes = new ArrayList<>();
    for (UnitId unit : units) {
      boolean estimated = random.nextInt(10) == 0;
      int age = random.nextInt(10) == 0 ? 600 : 5;
      quotes.add(new TravelQuote(unit, random.nextInt(2_000_000), estimated, age));
    }
    return quotes;
  }

  /** The town around an incident, or as a whole: units anywhere, and all the other incidents. */
  public AreaPicture picture(Optional<IncidentId> asked) {
    List<UnitPlace> places = new ArrayList<>();
    for (var unit : world.engine().view().listUnits()) {
      if (random.nextInt(8) > 0) {
        places.add(new UnitPlace(unit.id(), random.nextInt(29), random.nextBoolean()));
      }
    }
    List<OtherDrives> others = new ArrayList<>();
    for (Incident open : world.engine().view().listIncidents()) {
      if (others.size() < AreaPicture.OTHERS_MAX && !asked.equals(Optional.of(open.id()))) {
        others.add(new OtherDrives(open.id(), random.nextInt(27) - 1, quotes()));
      }
    }
    return new AreaPicture(random.nextInt(27) - 1, places, others);
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
