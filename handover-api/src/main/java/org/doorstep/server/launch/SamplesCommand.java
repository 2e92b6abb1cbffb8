package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.FhirResponses;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.MessageValidator;
import org.doorstep.handover.outbox.MessageCheck;
import org.doorstep.handover.sample.SampleMessages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes one of every kind of message, and says whether they are valid. */
@Command(
    name = "samples",
    mixinStandardHelpOptions = true,
    description = "Write one of every kind of message the product emits, for checks by others.")
public final class SamplesCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; those of the same names are replaced.")
  private @Nullable Path out;

  @Option(
      names = "--fhir-profiles",
      paramLabel = "DIR",
      description = "Profiles to hold the messages to, besides base R4; may be repeated.")
  private List<Path> profiles = new ArrayList<>();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  /** What became of one sample. */
  record Sample(String file, int bytes, List<MessageCheck.Fault> faults) {}

  @Override
  public Integer call() {
    Path folder = Given.required(out, "--out");
    for (Path each : profiles) {
      if (!Files.isDirectory(each)) {
        throw new IllegalArgumentException(
            "The folder (%s) of --fhir-profiles is not there.".formatted(each));
      }
    }
    SortedMap<String, byte[]> files =
        SampleMessages.list(
            new SampleMessages.Translators(
                new FhirLetters(),
                new FhirReferrals(),
                new FhirReceipts(),
                new FhirTranslator(),
                new FhirResponses()));
    MessageCheck check = new MessageValidator(profiles);
    List<Sample> samples = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      write(folder, file.getKey(), file.getValue());
      samples.add(new Sample(file.getKey(), file.getValue().length, faults(check, file)));
    }
    print(samples);
    return samples.stream().allMatch(sample -> sample.faults().isEmpty())
        ? 0
        : Failures.ANSWER_IS_NO;
  }

  /** Answers are held to base R4 by tests; they are no messages of our own that need an address. */
  private static List<MessageCheck.Fault> faults(
      MessageCheck check, Map.Entry<String, byte[]> file) {
    return file.getKey().startsWith("answer-") ? List.of() : check.listFaults(file.getValue());
  }

  private static void write(Path folder, String name, byte[] body) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), body);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file (%s) of --out cannot be written.\nMaybe the folder is a file, or not yours."
              .formatted(folder.resolve(name)),
          e);
    }
  }

  private void print(List<Sample> samples) {
    if (json) {
      System.out.println(new String(RecordJson.write(samples), StandardCharsets.UTF_8));
      return;
    }
    for (Sample sample : samples) {
      System.out.printf(
          "%-60s %7d bytes, %s%n",
          sample.file(), sample.bytes(), sample.faults().isEmpty() ? "valid" : "NOT valid");
      sample
          .faults()
          .forEach(fault -> System.out.println("  " + fault.where() + ": " + fault.rule()));
    }
  }
}
