package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads whole logs and says what is wrong with them. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Check the hash chain and the invariants of every log in a database.")
public final class AuditCommand implements Callable<Integer> {
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

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<LogAudit.Report> reports = new ArrayList<>();
    String secret = password == null ? "" : password;
    try (Database database = Database.external(Given.required(url, "--database"), user, secret)) {
      for (AreaId area : LogAudit.areas(database.dataSource())) {
        reports.add(LogAudit.of(database.dataSource(), area));
      }
    }
    if (json) {
      System.out.println(new String(RecordJson.write(reports), StandardCharsets.UTF_8));
    } else {
      reports.forEach(AuditCommand::print);
    }
    return reports.stream().allMatch(LogAudit.Report::isWhole) ? 0 : Failures.ANSWER_IS_NO;
  }

  private static void print(LogAudit.Report report) {
    System.out.printf(
        "%s: %d events, %s%n",
        report.area().value(), report.events(), report.isWhole() ? "whole" : "NOT whole");
    report.findings().forEach(finding -> System.out.println("  " + finding));
  }
}
