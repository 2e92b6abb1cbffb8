package org.doorstep.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingNeeds.Equipment;
import org.doorstep.dispatch.model.BookingNeeds.Escort;
import org.doorstep.dispatch.model.BookingNeeds.Mobility;
import org.doorstep.dispatch.model.BookingPlace;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.area.AreaModel;

/** An area told in words: each sentence is a command offered to a real engine. */
public final class World {
  public static final AreaId AREA = new AreaId("WEST_KENT");
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final Capabilities EMERGENCY =
      Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE);
  public static final SealedPlace SOMEWHERE = new SealedPlace("c29tZXdoZXJlIGluIEtlbnQ=");
  public static final String EVIDENCE = "e".repeat(64);

  private final List<LoggedEvent> log = new ArrayList<>();
  private final AreaEngine engine;
  private Instant now = NOON;
  private long commands;

  /** An area that sends whoever is closest. */
  public World() {
    this(AreaModel.CLOSEST);
  }

  /** An area that decides by a model. */
  public World(AreaModel model) {
    engine = new AreaEngine(new AreaState(AreaSnapshot.empty(AREA)), model);
  }

  /** Lets time pass. */
  public World after(long seconds) {
    now = now.plusSeconds(seconds);
    return this;
  }

  /** The head of the next command: named by a counter, told the time. */
  public CommandHead head() {
    commands++;
    return new CommandHead(new CommandId(new UUID(0, commands)), AREA, Actor.user("desk1"), now);
  }

  public Offered offer(Command command) {
    Offered offered = engine.offer(command);
    log.addAll(offered.events());
    return offered;
  }

  public Reply reply(Command command) {
    return offer(command).reply();
  }

  public World signOn(String unit, Capability... capabilities) {
    return signOn(unit, UnitKind.AMBULANCE, Capabilities.of(capabilities));
  }

  public World signOn(String unit, UnitKind kind, Capabilities capabilities) {
    offer(new SignOnUnit(head(), new UnitId(unit), shift(kind, capabilities)));
    return this;
  }

  /** An ambulance that can do what emergencies need. */
  public World signOn(String unit) {
    return signOn(unit, UnitKind.AMBULANCE, EMERGENCY);
  }

  public IncidentId open(Category category) {
    return open(category, EMERGENCY);
  }

  public IncidentId open(Category category, Capabilities needs) {
    return reply(openCommand(category, needs)).incident().orElseThrow();
  }

  public OpenIncident openCommand(Category category, Capabilities needs) {
    return openCommand(category, needs, Optional.empty());
  }

  public OpenIncident openCommand(
      Category category, Capabilities needs, Optional<Booking> booking) {
    return new OpenIncident(
        head(),
        new RecordId(new UUID(1, commands)),
        IncidentSource.DESK,
        category,
        needs,
        Optional.of(SOMEWHERE),
        List.of(),
        booking);
  }

  /** A patient on a stretcher, from a care home to a ward, in a window of minutes after noon. */
  public static Booking booking(long fromMinute, long untilMinute) {
    return new Booking(
        BookingWindow.between(
            NOON.plusSeconds(fromMinute * 60), NOON.plusSeconds(untilMinute * 60)),
        new BookingJourney(
            BookingPlace.CARE_HOME,
            BookingPlace.HOSPITAL_WARD,
            Optional.of(new ServiceId("MAIDSTONE-WARD"))),
        new BookingNeeds(Mobility.STRETCHER, Escort.CARER, List.of(Equipment.OXYGEN)),
        new BookingMinutes(20, 15));
  }

  /** Answers the outstanding question for drive times: unit, milliseconds, unit, ... */
  public World quote(IncidentId incident, TravelQuote... quotes) {
    offer(
        new RecommendUnits(
            head(),
            incident,
            incident(incident).response().travelTimesAsked(),
            EVIDENCE,
            List.of(quotes)));
    return this;
  }

  public static TravelQuote drive(String unit, int millis) {
    return new TravelQuote(new UnitId(unit), millis, false, 5);
  }

  /** A send of what is on screen now, first of the recommendation or with a reason. */
  public AssignUnit assign(IncidentId incident, String unit, Optional<OverrideReason> reason) {
    return new AssignUnit(
        head(),
        incident,
        new UnitId(unit),
        incident(incident).response().recommendation().map(r -> r.number()),
        reason,
        seen(incident, unit));
  }

  public World send(IncidentId incident, String unit) {
    offer(assign(incident, unit, Optional.of(OverrideReason.LOCAL_KNOWLEDGE)));
    return this;
  }

  public World report(IncidentId incident, String unit, JobStage stage) {
    offer(new ReportJobStage(head(), incident, new UnitId(unit), stage));
    return this;
  }

  public Seen seen(IncidentId incident, String unit) {
    return new Seen(incident(incident).version(), unit(unit).version());
  }

  public Incident incident(IncidentId id) {
    return engine.view().findIncident(id).orElseThrow();
  }

  public ClinicalUnit unit(String unit) {
    return engine.view().findUnit(new UnitId(unit)).orElseThrow();
  }

  public static Shift shift(UnitKind kind, Capabilities capabilities) {
    return new Shift(kind, capabilities, "Tonbridge", NOON.plusSeconds(8 * 3_600));
  }

  public Instant now() {
    return now;
  }

  public AreaEngine engine() {
    return engine;
  }

  public List<LoggedEvent> log() {
    return log;
  }
}
