package org.doorstep.server.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.shell.Uuid7;

/**
 * Whole jobs as commands, one after the other: a call, a unit sent, every step, clear. Decided in
 * this order every command is accepted.
 */
final class JobScript {
  private static final List<JobStage> STAGES =
      List.of(
          JobStage.ACKNOWLEDGED,
          JobStage.MOBILE,
          JobStage.AT_SCENE,
          JobStage.AT_PATIENT,
          JobStage.CLEAR);
  private static final int STEPS = STAGES.size() + 2;
  private static final Capabilities NEEDS = Capabilities.of(Capability.ASSESSMENT);
  private static final SealedPlace PLACE = new SealedPlace("A".repeat(60));
  private static final Actor ACTOR = Actor.system("bench");
  private static final long SHIFT_SECONDS = 36_000;

  private final AreaId area;
  private final int units;
  private final InstantSource clock;
  private final long[] unitVersions;
  private long nextIncident = 1;
  private long given;
  private final long[] incidentOf;

  JobScript(AreaId area, int units, InstantSource clock) {
    this.area = area;
    this.units = units;
    this.clock = clock;
    this.unitVersions = new long[units];
    this.incidentOf = new long[units];
  }

  /** Every unit on shift; to be decided before anything else. */
  List<Command> signOns() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      unitVersions[i] = 1;
      Shift shift =
          new Shift(UnitKind.AMBULANCE, NEEDS, "Bench", clock.instant().plusSeconds(SHIFT_SECONDS));
      commands.add(new Command.SignOnUnit(head(), unit(i), shift));
    }
    return commands;
  }

  /** The next command: the units take turns, each one step further in its job. */
  Command next() {
    int unit = (int) (given % units);
    int step = (int) (given / units % STEPS);
    given++;
    if (step == 0) {
      incidentOf[unit] = nextIncident++;
      return new Command.OpenIncident(
          head(),
          new RecordId(new UUID(0, nextIncident)),
          IncidentSource.DESK,
          Category.C2,
          NEEDS,
          Optional.of(PLACE),
          List.of());
    }
    IncidentId incident = new IncidentId(incidentOf[unit]);
    if (step == 1) {
      return new Command.AssignUnit(
          head(),
          incident,
          unit(unit),
          Optional.empty(),
          Optional.of(OverrideReason.NO_RECOMMENDATION),
          new Seen(1, unitVersions[unit]++));
    }
    unitVersions[unit]++;
    return new Command.ReportJobStage(head(), incident, unit(unit), STAGES.get(step - 2));
  }

  private CommandHead head() {
    var now = clock.instant();
    return new CommandHead(new CommandId(Uuid7.at(now)), area, ACTOR, now);
  }

  private static UnitId unit(int number) {
    return new UnitId("B" + number);
  }
}
