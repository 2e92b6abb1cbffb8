package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.shell.protocol.DmnFile;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the compiled form of a decision table, which is what decides. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = "Compile a decision table to the small file that decides without a DMN engine.")
final class ProtocolCompileCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The .dmn file.")
  private @Nullable Path file;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The .json file.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Path from = Given.required(file, "FILE");
    DmnFile table = DmnFile.read(from.toString(), ProtocolCheckCommand.bytes(from));
    Files.write(Given.required(out, "--out"), RecordJson.write(table.table()));
    return 0;
  }
}
