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
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.protocol.proof.CareTablesProof;
import org.doorstep.dispatch.protocol.proof.TableProof;
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
      "Check decision tables: load them with a DMN engine, compile them, and prove for every input"
          + " that there is, none sampled: some row decides, every row can, a worse answer never"
          + " lowers what comes out, nothing below the hub comes out while an answer is missing or"
          + " with a red flag. The compiled form is also compared with the engine on many inputs.",
      "Exit status: 0 good, 1 a table breaks a rule (with the offending input), 2 a file is refused."
    })
final class ProtocolCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Default: the tables that ship.")
  private List<Path> files = new ArrayList<>();

  private record Result(List<ProtocolCheck.Report> tables, List<TableProof.Fault> together) {
    Result {
      tables = List.copyOf(tables);
      together = List.copyOf(together);
    }
  }

  @Option(
      names = "--samples",
      defaultValue = "5000",
      description =
          "Inputs on which each table is compared with the engine. Default: ${DEFAULT-VALUE}.")
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
    List<DecisionTable> checked = new ArrayList<>();
    for (DmnFile table : tables()) {
      checked.add(table.table());
      reports.add(ProtocolCheck.of(table, samples, today));
    }
    List<TableProof.Fault> together = together(checked, reports);
    if (json) {
      System.out.println(
          new String(RecordJson.write(new Result(reports, together)), StandardCharsets.UTF_8));
    } else {
      reports.forEach(ProtocolCheckCommand::print);
      together.forEach(fault -> System.out.println("Together: " + fault.sentence()));
    }
    boolean good = reports.stream().allMatch(ProtocolCheck.Report::isGood) && together.isEmpty();
    return good ? 0 : Failures.ANSWER_IS_NO;
  }

  /** The rules of tables that are asked one after the other, with those that ship for the rest. */
  private static List<TableProof.Fault> together(
      List<DecisionTable> checked, List<ProtocolCheck.Report> reports) {
    if (!reports.stream().allMatch(report -> report.proof().holds())) {
      return List.of();
    }
    CareTables tables = ProtocolFiles.westKent();
    for (DecisionTable table : checked) {
      if (TableKind.of(table) != TableKind.RESPONSE_PLAN) {
        tables = tables.with(table);
      }
    }
    return CareTablesProof.faults(tables);
  }

  private List<DmnFile> tables() {
    if (!files.isEmpty()) {
      return files.stream().map(file -> DmnFile.read(file.toString(), bytes(file))).toList();
    }
    // What decides is the compiled form; a shipped table that differs from it is no good.
    ProtocolFiles.westKent();
    List<DmnFile> shipped = new ArrayList<>();
    for (TableKind kind : ProtocolFiles.SHIPPED) {
      DmnFile file = ProtocolFiles.dmn(kind);
      if (!file.table().equals(ProtocolFiles.compiled(kind))) {
        throw new ProtocolFault(
            "The compiled form of (%s) differs from its file.".formatted(kind.id()));
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
    TableProof proof = report.proof();
    System.out.printf(
        "%s version %s (%s): %s%n",
        proof.table().id(),
        proof.table().version(),
        proof.table().sha256().substring(0, 12),
        report.isGood() ? "good" : "NOT good");
    System.out.printf(
        "  author: %s%n  approver: %s%n  review by %s%s%n",
        origin.author(),
        origin.approver(),
        origin.review(),
        report.reviewOverdue() ? ", which is past: unconfirmed" : "");
    System.out.printf(
        "  every one of %,d inputs covered (folded into %,d situations); compared with the DMN"
            + " engine on %,d%n",
        proof.inputs(), proof.states(), report.samples());
    proof
        .rows()
        .forEach(share -> System.out.printf("  %-5s decides %,d%n", share.row(), share.inputs()));
    proof.faults().forEach(fault -> System.out.println("  " + fault.sentence()));
    report.faults().forEach(fault -> System.out.println("  " + fault));
  }
}
