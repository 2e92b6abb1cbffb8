package org.doorstep.server.launch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.LogScan;
import org.doorstep.server.outcome.OutcomeStore;
import org.doorstep.simulator.measure.AmbsysMonths;
import org.doorstep.simulator.measure.Window;
import org.doorstep.simulator.report.Definitions;
import org.doorstep.simulator.report.JobCycles;
import org.doorstep.simulator.report.MonthTable;
import org.doorstep.simulator.report.Outcomes;
import org.doorstep.simulator.report.Recontact;
import org.doorstep.simulator.report.UnmetTable;

/**
 * One report: the log is read once, and what is told is forgotten, so that memory grows with what
 * is open and not with what has happened. A file has its name once it is whole.
 */
final class ReportRun {
  /** A shift that began before is not known: what its unit could do decides who was conveyed. */
  private static final Duration LEAD = Duration.ofDays(31);

  /** What is answered later than this is told as it stood, so that a report does not change. */
  private static final Duration TRAIL = Duration.ofDays(31);

  private static final int TOLD_EVERY = 20_000;

  private final DataSource database;
  private final AreaId area;
  private final Days days;
  private final SortedSet<ServiceId> departments;
  private final List<Path> files = new ArrayList<>();
  private long read;

  /** From the first day to the last, both included. */
  record Days(LocalDate first, LocalDate last, ZoneId zone) {
    Window window() {
      return AmbsysMonths.window(first, last, zone);
    }
  }

  ReportRun(DataSource database, AreaId area, Days days, SortedSet<ServiceId> departments) {
    this.database = database;
    this.area = area;
    this.days = days;
    this.departments = new TreeSet<>(departments);
  }

  /** What was written. */
  List<Path> files() {
    return List.copyOf(files);
  }

  MonthTable write(Path folder, Consumer<String> progress) throws SQLException, IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "The folder (--out %s) must not be a file.".formatted(folder));
    }
    Files.createDirectories(folder);
    LogScan scan = new LogScan(database, area);
    Optional<LogScan.Extent> extent = scan.extent();
    AmbsysMonths months = new AmbsysMonths(departments, days.first(), days.last(), days.zone());
    UnmetTable unmet = new UnmetTable(days.zone());
    try (BufferedWriter jobs = begin(folder, "job-cycle.csv");
        BufferedWriter patients = begin(folder, "outcomes.csv")) {
      JobCycles cycles = new JobCycles(days.window(), line -> write(jobs, line));
      Outcomes outcomes =
          new Outcomes(
              days.window(), departments, recontacts(), unmet, line -> write(patients, line));
      scan.read(
          days.window().from().minus(LEAD),
          logged -> {
            months.accept(logged);
            cycles.accept(logged);
            outcomes.accept(logged);
            tell(logged, progress);
            return !isOver(months, outcomes, logged.at());
          });
      cycles.end();
      outcomes.end();
    }
    MonthTable table =
        new MonthTable(months.months(), extent.flatMap(ReportRun::window), days.zone());
    write(folder, "ambsys.csv", table.lines());
    end(folder, "job-cycle.csv");
    end(folder, "outcomes.csv");
    write(folder, "unmet.csv", unmet.lines());
    write(folder, "definitions.csv", Definitions.lines());
    return table;
  }

  private static Optional<Window> window(LogScan.Extent extent) {
    return extent.firstAt().isBefore(extent.lastAt())
        ? Optional.of(new Window(extent.firstAt(), extent.lastAt()))
        : Optional.empty();
  }

  private boolean isOver(AmbsysMonths months, Outcomes outcomes, Instant at) {
    return (outcomes.remembered() == 0 && months.isSettled(at))
        || at.isAfter(days.window().until().plus(TRAIL));
  }

  private Function<PatientId, Recontact> recontacts() throws SQLException {
    return OutcomeStore.isThere(database)
        ? new OutcomeStore(database, area)::recontact
        : patient -> Recontact.UNKNOWN;
  }

  private void tell(LoggedEvent logged, Consumer<String> progress) {
    if (++read % TOLD_EVERY == 0) {
      progress.accept("%,d events, up to %s".formatted(read, logged.at()));
    }
  }

  private static Path part(Path folder, String name) {
    return folder.resolve(name + ".part");
  }

  private static BufferedWriter begin(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(part(folder, name), StandardCharsets.UTF_8);
  }

  private static void write(BufferedWriter to, String line) {
    try {
      to.write(line);
      to.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path folder, String name, List<String> lines) throws IOException {
    try (BufferedWriter to = begin(folder, name)) {
      lines.forEach(line -> write(to, line));
    }
    end(folder, name);
  }

  private void end(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.move(part(folder, name), file, StandardCopyOption.REPLACE_EXISTING);
    files.add(file);
  }
}
