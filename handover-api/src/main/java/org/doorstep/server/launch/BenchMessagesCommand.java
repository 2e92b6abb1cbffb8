package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.FhirReceipts;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.FhirResponses;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.MessageValidator;
import org.doorstep.handover.sample.SampleMessages;
import org.doorstep.server.bench.MessageBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a message waits to be found valid. */
@Command(
    name = "messages",
    mixinStandardHelpOptions = true,
    description = {
      "How long a message waits for the check before its first attempt: the first of a process,",
      "then one of every kind again and again, on one thread."
    })
final class BenchMessagesCommand implements Callable<Integer> {
  @Option(
      names = "--fhir-profiles",
      paramLabel = "DIR",
      description = "Profiles to hold the messages to, besides base R4; may be repeated.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "Rounds over all messages that are not counted. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 20;

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "Rounds over all messages that are counted. Default: ${DEFAULT-VALUE}.")
  private int rounds = 20;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (warmUp < 0 || rounds < 1) {
      throw new IllegalArgumentException(
          "The options --warm-up (%d) and --rounds (%d) must be 0 and 1 or more."
              .formatted(warmUp, rounds));
    }
    for (Path each : profiles) {
      if (!Files.isDirectory(each)) {
        throw new IllegalArgumentException(
            "The folder (%s) of --fhir-profiles is not there.".formatted(each));
      }
    }
    MessageBench.Result result =
        new MessageBench(new MessageValidator(profiles), messages()).run(warmUp, rounds);
    print(result);
    return result.faults() == 0 ? 0 : Failures.ANSWER_IS_NO;
  }

  /** Those that leave by the outbox; answers to requests leave by another way. */
  private static List<byte[]> messages() {
    return SampleMessages.list(
            new SampleMessages.Translators(
                new FhirLetters(),
                new FhirReferrals(),
                new FhirReceipts(),
                new FhirTranslator(),
                new FhirResponses()))
        .entrySet()
        .stream()
        .filter(file -> !file.getKey().startsWith("answer-"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void print(MessageBench.Result result) {
    if (json) {
      System.out.println(new String(RecordJson.write(result), StandardCharsets.UTF_8));
      return;
    }
    System.out.printf("the first message: %.0f ms%n", result.coldMillis());
    System.out.printf(
        "%d kinds, %d checks, %d faults: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
        result.kinds(),
        result.checks(),
        result.faults(),
        result.warmP50Millis(),
        result.warmP95Millis(),
        result.warmP99Millis(),
        result.warmMaxMillis());
  }
}
