package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.shell.protocol.DmnFile;
import org.doorstep.dispatch.shell.protocol.ProtocolCheck;
import org.doorstep.dispatch.shell.protocol.ProtocolFault;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.wire.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds decision tables against a DMN engine and against the rules of their kind. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Check decision tables: load them with a DMN engine, compile them, compare the two on many"
          + " inputs, and test that a worse answer never lowers the level of care.",
      "Exit status: 0 good, 1 a table breaks a rule, 2 a file is refused."
    })
final class ProtocolCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Default: the tables that ship.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--samples",
      defaultValue = "5000",
      description = "Inputs for each table. Default: ${DEFAULT-VALUE}.")
  private int samples = 5_000;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (samples < 1) {
      throw new IllegalArgumentException(
          "The option --samples (%d) must be 1 or more.".formatted(samples));
    }
    String today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC).toString();
    List<ProtocolCheck.Report> reports = new ArrayList<>();
    for (DmnFile table : tables()) {
      reports.add(ProtocolCheck.of(table, samples, today));
    }
    if (json) {
      System.out.println(new String(RecordJson.write(reports), StandardCharsets.UTF_8));
    } else {
      reports.forEach(ProtocolCheckCommand::print);
    }
    return reports.stream().allMatch(ProtocolCheck.Report::isGood) ? 0 : Failures.ANSWER_IS_NO;
  }

  private List<DmnFile> tables() {
    if (!files.isEmpty()) {
      return files.stream().map(file -> DmnFile.read(file.toString(), bytes(file))).toList();
    }
    // What decides is the compiled form; a shipped table that differs from it is no good.
    ProtocolFiles.westKent();
    List<DmnFile> shipped = new ArrayList<>();
    for (String id : ProtocolFiles.SHIPPED) {
      DmnFile file = ProtocolFiles.dmn(id);
      if (!file.table().equals(ProtocolFiles.compiled(id))) {
        throw new ProtocolFault("The compiled form of (%s) differs from its file.".formatted(id));
      }
      shipped.add(file);
    }
    return shipped;
  }

  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > DmnFile.BYTES_MAX) {
        throw new IllegalArgumentException(
            "The file (%s) must have %d bytes at most.".formatted(file, DmnFile.BYTES_MAX));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("The file (%s) cannot be read.".formatted(file), e);
    }
  }

  private static void print(ProtocolCheck.Report report) {
    TableOrigin origin = report.origin();
    System.out.printf(
        "%s version %s (%s): %d rows, %,d inputs, %s%n",
        report.table().id(),
        report.table().version(),
        report.table().sha256().substring(0, 12),
        report.rows(),
        report.samples(),
        report.isGood() ? "good" : "NOT good");
    System.out.printf(
        "  author: %s%n  approver: %s%n  review by %s%s%n",
        origin.author(),
        origin.approver(),
        origin.review(),
        report.reviewOverdue() ? ", which is past: unconfirmed" : "");
    report.faults().forEach(fault -> System.out.println("  " + fault));
  }
}
