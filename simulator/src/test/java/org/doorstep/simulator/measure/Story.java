package org.doorstep.simulator.measure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;

/** Plays a day told in words, one step a line, on the real engine. */
public final class Story implements Outside {
  private static final AreaId AREA = new AreaId("WEST_KENT");

  private final String day;
  private final Consumer<LoggedEvent> follower;
  private final CommandHeads heads = new CommandHeads(AREA);
  private final VirtualArea area = new VirtualArea(AREA, this);
  private Instant now = Instant.EPOCH;

  /** A day, told to a follower of the log. */
  public Story(String day, Consumer<LoggedEvent> follower) {
    this.day = day;
    this.follower = follower;
  }

  /** Each line: a time, then who or which incident, then what, then more. */
  public void tell(String lines) {
    lines.lines().filter(line -> !line.isBlank()).forEach(this::step);
  }

  private void step(String line) {
    String[] words = line.strip().split("\\s+", -1);
    now = Instant.parse(words[0].contains("T") ? words[0] + "Z" : day + "T" + words[0] + "Z");
    if (words[1].startsWith("#")) {
      incident(new IncidentId(Long.parseLong(words[1].substring(1))), words);
    } else {
      unit(new UnitId(words[1]), words);
    }
  }

  private void incident(IncidentId incident, String[] words) {
    switch (words[2]) {
      case "opened" ->
          give(
              new OpenIncident(
                  head(),
                  heads.nextRecord(),
                  IncidentSource.DESK,
                  Category.valueOf(words[3]),
                  Capabilities.NONE,
                  Optional.empty(),
                  List.of()));
      case "now" ->
          give(
              new RecategoriseIncident(
                  head(),
                  incident,
                  Category.valueOf(words[3]),
                  Capabilities.NONE,
                  version(incident)));
      case "called-again" ->
          give(new AddCall(head(), incident, heads.nextRecord(), IncidentSource.DESK, List.of()));
      case "closed" ->
          give(
              new CloseIncident(
                  head(), incident, CloseReason.valueOf(words[3]), version(incident)));
      case "goes-to" -> goes(incident, words[3]);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    }
  }

  private void goes(IncidentId incident, String where) {
    PatientId patient = new PatientId(incident, 1);
    boolean stays = where.equals("HOME");
    give(
        new ChooseDisposition(
            head(),
            patient,
            new CareChoice(
                stays ? Disposition.TREAT_AT_SCENE : Disposition.ACUTE,
                stays ? Optional.empty() : Optional.of(new ServiceId(where)),
                Optional.of(ChoiceReason.CLINICAL_JUDGEMENT)),
            0));
    give(
        new SignHandover(
            head(),
            patient,
            heads.nextRecord(),
            new HandoverTerms(
                HandoverTerms.Kind.FOR_INFORMATION, Optional.empty(), Optional.empty())));
  }

  private void unit(UnitId unit, String[] words) {
    if (words[2].equals("on")) {
      boolean car = words[3].equals("car");
      give(
          new SignOnUnit(
              head(),
              unit,
              new Shift(
                  car ? UnitKind.PARAMEDIC_CAR : UnitKind.AMBULANCE,
                  car ? Capabilities.NONE : Capabilities.of(Capability.CONVEYANCE),
                  "Tonbridge",
                  now.plusSeconds(43_200))));
    } else if (words[2].equals("off")) {
      give(new SignOffUnit(head(), unit));
    } else {
      job(unit, words[2], new IncidentId(Long.parseLong(words[3].substring(1))));
    }
  }

  private void job(UnitId unit, String what, IncidentId incident) {
    switch (what) {
      case "sent" ->
          give(
              new AssignUnit(
                  head(),
                  incident,
                  unit,
                  Optional.empty(),
                  Optional.of(OverrideReason.LOCAL_KNOWLEDGE),
                  seen(incident, unit)));
      case "stood-down" ->
          give(
              new StandDownUnit(
                  head(), incident, unit, JobEndReason.MORE_URGENT_CALL, seen(incident, unit)));
      case "refuses" -> give(new RefuseJob(head(), incident, unit, JobEndReason.VEHICLE));
      default ->
          give(
              new ReportJobStage(
                  head(),
                  incident,
                  unit,
                  JobStage.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }
  }

  private void give(Command command) {
    area.give(
        command,
        reply -> {
          if (reply.rejection().isPresent()) {
            throw new AssertionError("%s refused: %s".formatted(command, reply.rejection().get()));
          }
        });
  }

  private CommandHead head() {
    return heads.next(Actor.user("story"), now);
  }

  private long version(IncidentId incident) {
    return area.board().findIncident(incident).orElseThrow().version();
  }

  private Seen seen(IncidentId incident, UnitId unit) {
    return new Seen(version(incident), area.board().findUnit(unit).orElseThrow().version());
  }

  @Override
  public void happened(LoggedEvent event) {
    follower.accept(event);
  }

  @Override
  public void askTravelTimes(AskTravelTimes order) {}

  @Override
  public void notifyCrew(NotifyCrew order) {}
}
