package org.doorstep.dispatch.golden;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.FleetCommand.RequestReview;
import org.doorstep.dispatch.golden.GridTown.Spot;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.urgency.DispatchRules;

/** Tells an afternoon in the town, step by step; what each step means is in its case here. */
final class TownScript {
  private static final String DAY = "2026-11-24T";

  private final GoldenArea area;
  private final Agenda agenda = new Agenda(World.NOON);
  private final Desk desk;
  private final Crews crews;
  private final Answers answers;
  private long records;

  TownScript(DispatchRules rules) {
    area = new GoldenArea(GridTown.model(rules), agenda);
    desk = new Desk(area, agenda);
    crews = new Crews(area, agenda);
    answers = new Answers(area);
    area.listen(crews);
    area.listen(desk);
  }

  /** Tells a line of steps, and what has been decided by its end. */
  void tell(String line) {
    for (String step : line.strip().split("\\s*;\\s*", -1)) {
      String[] words = step.split("\\s+", -1);
      if (words[0].matches("\\d\\d:\\d\\d:\\d\\d")) {
        agenda.runUntil(time(words[0]));
        words = List.of(words).subList(1, words.length).toArray(String[]::new);
      }
      boolean told =
          words.length == 0
              || ofTown(words)
              || ofIncident(words)
              || ofUnit(words)
              || ofDesk(words)
              || answers.give(words);
      if (!told) {
        throw new IllegalArgumentException("There is no step (%s).".formatted(step));
      }
      // What is answered at once happens before anybody goes on.
      agenda.runUntil(agenda.now());
    }
  }

  List<String> lines() {
    return answers.lines(desk.listRefused());
  }

  /** {@code crew A1 West car until=12:30:00 break=12:10:00-12:20:00}: who is on shift, and how. */
  private boolean ofTown(String[] words) {
    switch (words[0]) {
      case "crew" -> signOn(words);
      case "roads-lost" -> area.loseRoads();
      case "desk-looks-on" -> desk.work(false);
      case "desk-works" -> desk.work(true);
      case "review" -> area.give(RequestReview::new);
      case "sweep" -> area.give(SweepDeadlines::new);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void signOn(String[] words) {
    UnitId unit = new UnitId(words[1]);
    Instant endsAt = World.NOON.plusSeconds(8 * 3_600);
    Optional<BreakWindow> rest = Optional.empty();
    Capabilities able = able("ambulance");
    UnitKind kind = UnitKind.AMBULANCE;
    for (String word : List.of(words).subList(3, words.length)) {
      if (word.startsWith("until=")) {
        endsAt = time(word.substring(6));
      } else if (word.startsWith("break=")) {
        rest =
            Optional.of(new BreakWindow(time(word.substring(6, 14)), time(word.substring(15)), 30));
      } else {
        able = able(word);
        kind = word.equals("car") ? UnitKind.PARAMEDIC_CAR : UnitKind.AMBULANCE;
      }
    }
    Shift shift = new Shift(kind, able, words[2], endsAt, rest);
    area.put(unit, new Crew(GridTown.station(words[2]), agenda.now()));
    area.give(head -> new SignOnUnit(head, unit, shift));
  }

  private static Capabilities able(String kind) {
    return switch (kind) {
      case "ambulance" ->
          Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE, Capability.CONVEYANCE);
      case "car" -> World.EMERGENCY;
      case "transport" -> Capabilities.of(Capability.CONVEYANCE);
      default -> throw new IllegalArgumentException("There is no kind (%s).".formatted(kind));
    };
  }

  /** {@code call C2 8,10}, {@code again I-1}, {@code now I-1 C1}, {@code cancel I-1}. */
  private boolean ofIncident(String[] words) {
    switch (words[0]) {
      case "call" -> open(words);
      case "again" -> addCall(incident(words[1]));
      case "now" -> {
        long saw = desk.version(incident(words[1]));
        Category category = Category.valueOf(words[2]);
        area.give(
            head ->
                new RecategoriseIncident(head, incident(words[1]), category, needs(words), saw));
      }
      case "cancel" -> close(incident(words[1]), CloseReason.CALLED_OFF);
      case "merge" -> {
        addCall(incident(words[3]));
        close(incident(words[1]), CloseReason.DUPLICATE);
      }
      case "ask" -> area.give(head -> new RequestRecommendation(head, incident(words[1])));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Capabilities needs(String[] words) {
    boolean bariatric = List.of(words).contains("bariatric");
    return bariatric ? Capabilities.of(Capability.BARIATRIC) : World.EMERGENCY;
  }

  private void open(String[] words) {
    String[] at = words[2].split(",", -1);
    Spot there = new Spot(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
    area.put(area.view().nextIncident(), there);
    records++;
    area.give(
        head ->
            new OpenIncident(
                head,
                new RecordId(new UUID(1, records)),
                IncidentSource.DESK,
                Category.valueOf(words[1]),
                needs(words),
                Optional.of(World.SOMEWHERE),
                List.of()));
  }

  private void addCall(IncidentId incident) {
    records++;
    RecordId record = new RecordId(new UUID(1, records));
    area.give(head -> new AddCall(head, incident, record, IncidentSource.DESK, List.of()));
  }

  private void close(IncidentId id, CloseReason reason) {
    area.view().findIncident(id).orElseThrow().response().jobs().stream()
        .map(job -> job.unit())
        .toList()
        .forEach(unit -> standDown(id, unit));
    area.give(head -> new CloseIncident(head, id, reason, desk.version(id)));
  }

  private void standDown(IncidentId id, UnitId unit) {
    Seen seen = new Seen(desk.version(id), desk.version(unit));
    area.give(head -> new StandDownUnit(head, id, unit, JobEndReason.NOT_NEEDED, seen));
  }

  /** {@code unit A1 clears}, with what a crew can say of itself. */
  private boolean ofUnit(String[] words) {
    if (!words[0].equals("unit")) {
      return false;
    }
    UnitId unit = new UnitId(words[1]);
    Optional<IncidentId> incident = crews.job(unit).map(job -> job.incident());
    switch (words[2]) {
      case "clears" -> crews.report(incident.orElseThrow(), unit, JobStage.CLEAR);
      case "conveys" -> crews.report(incident.orElseThrow(), unit, JobStage.LEFT_SCENE);
      case "refuses" ->
          area.give(
              head -> new RefuseJob(head, incident.orElseThrow(), unit, JobEndReason.VEHICLE));
      case "stands-down" -> standDown(incident.orElseThrow(), unit);
      case "silent" -> area.crew(unit).fallSilent(agenda.now());
      case "cut-off" -> area.crew(unit).cutOff();
      case "back" -> area.give(head -> new MakeUnitAvailable(head, unit));
      default -> {
        UnavailableReason reason = UnavailableReason.valueOf(words[2]);
        area.give(head -> new MakeUnitUnavailable(head, unit, reason));
      }
    }
    return true;
  }

  /** {@code send A2 I-1 COVER from I-2}, {@code post A1 East}, {@code exchange I-1 A1 A2 OTHER}. */
  private boolean ofDesk(String[] words) {
    switch (words[0]) {
      case "send" -> {
        var unused =
            desk.assign(
                incident(words[2]),
                new UnitId(words[1]),
                words.length > 5 ? Optional.of(incident(words[5])) : Optional.empty(),
                reason(words[3]));
      }
      case "post" -> desk.post(new UnitId(words[1]), words[2], Optional.empty());
      case "exchange" -> {
        var unused =
            desk.exchange(
                new Exchange(
                    incident(words[1]),
                    new UnitId(words[2]),
                    new UnitId(words[3]),
                    Optional.empty()),
                reason(words[4]));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Optional<OverrideReason> reason(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(OverrideReason.valueOf(word));
  }

  static IncidentId incident(String word) {
    return new IncidentId(Long.parseLong(word.substring(2)));
  }

  private static Instant time(String word) {
    return Instant.parse(DAY + LocalTime.parse(word) + (word.endsWith(":00") ? ":00Z" : "Z"));
  }
}
