package org.doorstep.server.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.RoadNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the tables of care, and the directory of services, about one assessment. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Propose where care should happen at least, with the rows that say so.",
      "The tables are engineering defaults that need clinical approval. People decide."
    })
final class ProtocolDecideCommand implements Callable<Integer> {
  private static final String FOLDER = "/protocol/";

  @Option(names = "--input", paramLabel = "FILE", description = "One assessment as JSON.")
  private @Nullable Path input;

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "Map by whose roads drives are found, as import-map makes it. Default: straight lines.")
  private @Nullable Path map;

  @Option(names = "--example", description = "Print an assessment to begin with, and stop.")
  private boolean example;

  @Option(names = "--schema", description = "Print the JSON schema of an assessment, and stop.")
  private boolean schema;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (example || schema) {
      System.out.print(resource(example ? "assessment.example.json" : "assessment.schema.json"));
      return 0;
    }
    Path from = Given.required(input, "--input");
    AssessmentFile file = AssessmentFile.read(from.toString(), ProtocolCheckCommand.bytes(from));
    ServiceDirectory directory = Directory.westKent().services();
    CareAnswer answer = CareAnswer.of(ProtocolFiles.westKent(), directory, file, drives(directory));
    System.out.println(
        json ? new String(RecordJson.write(answer), StandardCharsets.UTF_8) : CareWords.of(answer));
    return 0;
  }

  /** By roads where a map is given, else straight lines, and each drive says which. */
  private CareAnswer.Drives drives(ServiceDirectory directory) {
    PlaceDrives found =
        map == null
            ? PlaceDrives.straight(directory)
            : PlaceDrives.byRoad(directory, RoadNetwork.open(map));
    return found::find;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ProtocolFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
