package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.LogScan;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.measure.AmbsysMonths;
import org.doorstep.simulator.report.Identity;
import org.doorstep.simulator.report.MonthTable;
import org.doorstep.simulator.report.NotKnown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a log says of months, jobs and patients, as tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Report the national measures by month, every job, what became of patients, and what was"
          + " wanted and could not be had.",
      "Needs no master key: whether a person came back is taken from what the server has kept."
    })
public final class ReportCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final long MONTHS_MAX = 120;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--database",
      required = true,
      paramLabel = "URL",
      description = "jdbc:postgresql://HOST:PORT/NAME")
  private @Nullable String url;

  @Option(names = "--user", defaultValue = "postgres", description = "Default: ${DEFAULT-VALUE}.")
  private String user = "postgres";

  @Option(
      names = "--password",
      interactive = true,
      arity = "0..1",
      description = "Asked for when given without a value.")
  private @Nullable String password;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first day, as in 2026-04-01; days are those of England.")
  private @Nullable String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "The last day, included.")
  private @Nullable String to;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Made when absent; files of an earlier report are replaced.")
  private @Nullable Path out;

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description = "Default: the only one in the database.")
  private @Nullable String area;

  @Option(
      names = "--services",
      paramLabel = "FILE",
      description =
          "The area's own services file, to know its emergency departments; not for West Kent.")
  private @Nullable Path services;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    LocalDate first = date("--from", Given.required(from, "--from"));
    LocalDate last = date("--to", Given.required(to, "--to"));
    requireRange(first, last);
    String secret = password == null ? "" : password;
    try (Database database = Database.external(Given.required(url, "--database"), user, secret)) {
      DataSource source = database.dataSource();
      AreaId asked = area(source, database.url());
      ReportRun run =
          new ReportRun(source, asked, new ReportRun.Days(first, last, ZONE), departments(asked));
      MonthTable table = run.write(Given.required(out, "--out"), this::progress);
      return print(asked, table, run.files());
    }
  }

  private void progress(String words) {
    if (!json && ProgressLine.isTerminal()) {
      Given.required(spec, "--help").commandLine().getErr().printf("\r%-70s", words).flush();
    }
  }

  private static LocalDate date(String option, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The option (%s) is (%s); it must be a day like (2026-04-01).".formatted(option, value),
          e);
    }
  }

  private static void requireRange(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The last day (--to %s) must not be before the first (--from %s)."
              .formatted(last, first));
    }
    if (last.isAfter(first.plusMonths(MONTHS_MAX))) {
      throw new IllegalArgumentException(
          "From (--from %s) to (--to %s) must be (%d) months at most."
              .formatted(first, last, MONTHS_MAX));
    }
  }

  private AreaId area(DataSource source, String shown) throws SQLException {
    List<AreaId> areas = LogScan.areas(source);
    List<String> names = areas.stream().map(AreaId::value).toList();
    if (areas.isEmpty()) {
      throw new IllegalArgumentException(
          "The database (%s) must have the log of an area; it has none.\nMaybe it is another database than the server's."
              .formatted(shown));
    }
    if (area == null && areas.size() > 1) {
      throw new IllegalArgumentException(
          "The option (--area) must name one of %s.".formatted(names));
    }
    if (area == null) {
      return areas.get(0);
    }
    if (!names.contains(area)) {
      throw new IllegalArgumentException(
          "The area (--area %s) must be one of %s.".formatted(area, names));
    }
    return new AreaId(area);
  }

  private SortedSet<ServiceId> departments(AreaId asked) {
    boolean embedded = asked.equals(AreaReference.westKent().area());
    if (services == null && !embedded) {
      throw new IllegalArgumentException(
          "The area (%s) needs (--services FILE): without it nobody knows its emergency departments."
              .formatted(asked.value()));
    }
    Directory directory =
        services == null
            ? Directory.westKent()
            : Directory.read(Optional.of(services), Optional.empty());
    SortedSet<ServiceId> departments = new TreeSet<>();
    for (Service each : directory.services().services()) {
      if (each.meets(CareNeed.EMERGENCY)) {
        departments.add(each.id());
      }
    }
    return departments;
  }

  private int print(AreaId asked, MonthTable table, List<Path> files) {
    List<String> broken = Identity.broken(table);
    if (json) {
      System.out.println(
          new String(RecordJson.write(result(asked, table, broken)), StandardCharsets.UTF_8));
    } else {
      System.out.printf("%s%n", asked.value());
      table.months().forEach(month -> System.out.println("  " + words(table, month)));
      Identity.ALL.forEach(
          each ->
              System.out.printf(
                  "  %s: %s%n",
                  each,
                  broken.stream().noneMatch(fault -> fault.endsWith(": " + each))
                      ? "holds"
                      : "DOES NOT HOLD"));
      NotKnown.ALL.forEach(
          each ->
              System.out.printf(
                  "  not known: %s, %s: %s%n", each.codes(), each.measure(), each.reason()));
      files.forEach(file -> System.out.println("  " + file));
    }
    broken.forEach(fault -> System.err.println("Does not add up: " + fault));
    return broken.isEmpty() ? 0 : Failures.ANSWER_IS_NO;
  }

  private static String words(MonthTable table, AmbsysMonths.OfMonth month) {
    Map<String, Long> values = table.values(month);
    return "%s %s to %s, log covers: %s; A7 %s, A17 %s, A56 %s"
        .formatted(
            month.part().month(),
            month.part().first(),
            month.part().last(),
            table.covered(month),
            values.getOrDefault("A7", 0L),
            values.getOrDefault("A17", 0L),
            values.getOrDefault("A56", 0L));
  }

  private static Map<String, Object> result(AreaId asked, MonthTable table, List<String> broken) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("area", asked.value());
    Map<String, Object> months = new LinkedHashMap<>();
    table
        .months()
        .forEach(month -> months.put(month.part().month().toString(), table.values(month)));
    result.put("months", months);
    result.put("identities", Identity.ALL.stream().map(Identity::toString).toList());
    result.put("broken", broken);
    result.put("notKnown", NotKnown.ALL);
    return result;
  }
}
