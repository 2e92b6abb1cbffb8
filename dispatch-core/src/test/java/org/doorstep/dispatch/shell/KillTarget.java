package org.doorstep.dispatch.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;

/**
 * A process to be killed: eight desks quarrel over six units, and every acknowledged command is
 * printed as {@code ACK id sequence} once its reply is there.
 *
 * <p>Arguments: {@code embedded FOLDER} or {@code external URL}, then a seed.
 */
final class KillTarget {
  private static final int DESKS = 8;
  private static final int UNITS = 6;

  private final AreaKeeper keeper;
  private final AtomicLongArray unitVersions = new AtomicLongArray(UNITS);

  private KillTarget(AreaKeeper keeper) {
    this.keeper = keeper;
  }

  public static void main(String[] arguments) throws Exception {
    Database database =
        arguments[0].equals("embedded")
            ? Database.embedded(Path.of(arguments[1]))
            : Database.external(arguments[1], "postgres", "");
    database.migrate("log", "db/log");
    AreaLog log = new AreaLog(database.dataSource(), World.AREA);
    AreaKeeper keeper =
        new AreaKeeper(
            log,
            (effect, view) -> {},
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            () -> {});
    KillTarget target = new KillTarget(keeper);
    log.recover()
        .state()
        .listUnits()
        .forEach(
            unit -> target.unitVersions.set(unit.id().value().charAt(1) - '0', unit.version()));
    keeper.start();
    long seed = Long.parseLong(arguments[2]);
    for (int desk = 0; desk < DESKS; desk++) {
      Random random = new Random(seed * DESKS + desk);
      new Thread(() -> target.work(random), "desk-" + desk).start();
    }
  }

  private void work(Random random) {
    while (true) {
      int number = random.nextInt(UNITS);
      UnitId unit = new UnitId("U" + number);
      if (unitVersions.get(number) == 0) {
        ask(
            new Command.SignOnUnit(
                head(random), unit, World.shift(UnitKind.AMBULANCE, World.EMERGENCY)));
        unitVersions.compareAndSet(number, 0, 1);
      }
      Reply opened =
          ask(
              new Command.OpenIncident(
                  head(random),
                  new RecordId(id(random)),
                  IncidentSource.DESK,
                  Category.C2,
                  World.EMERGENCY,
                  Optional.of(World.SOMEWHERE),
                  List.of()));
      opened.incident().ifPresent(incident -> send(random, incident, unit, number));
    }
  }

  /** Tries the version it believes in and the one after, as a desk with a stale screen would. */
  private void send(Random random, IncidentId incident, UnitId unit, int number) {
    long believed = unitVersions.get(number);
    for (long version = believed; version < believed + 6; version++) {
      Reply assigned =
          ask(
              new Command.AssignUnit(
                  head(random),
                  incident,
                  unit,
                  Optional.empty(),
                  Optional.of(OverrideReason.OTHER),
                  new Seen(1, version)));
      if (assigned.rejection().isEmpty()) {
        ask(new Command.ReportJobStage(head(random), incident, unit, JobStage.AT_SCENE));
        ask(new Command.ReportJobStage(head(random), incident, unit, JobStage.CLEAR));
        unitVersions.set(number, version + 3);
        return;
      }
    }
  }

  private Reply ask(Command command) {
    Reply reply = keeper.submit(Submission.internal(command)).join();
    synchronized (System.out) {
      System.out.println("ACK " + reply.command().value() + " " + reply.sequence());
      System.out.flush();
    }
    return reply;
  }

  private static CommandHead head(Random random) {
    return new CommandHead(
        new CommandId(id(random)),
        World.AREA,
        Actor.user("desk1"),
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
