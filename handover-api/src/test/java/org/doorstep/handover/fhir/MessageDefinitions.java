package org.doorstep.handover.fhir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.hl7.fhir.r4.model.MessageDefinition.MessageDefinitionFocusComponent;
import org.hl7.fhir.r4.model.MessageHeader;

/**
 * What the official definition of a message asks of its resources: how many of each kind. Profiles
 * do not say it, and the library's validator does not look.
 */
public final class MessageDefinitions {
  private static final String FOLDER = "fhir/bars/MessageDefinition";

  private MessageDefinitions() {}

  /** What is missing or too much, by the definition that the message's header names. */
  public static List<String> listFaults(byte[] message) throws IOException {
    assumeTrue(Profiles.areThere(), "SKIPPED: the definitions are not there.");
    Bundle bundle = Texts.read(message);
    MessageHeader header = (MessageHeader) bundle.getEntryFirstRep().getResource();
    MessageDefinition definition = find(header.getDefinition());
    Map<String, List<MessageDefinitionFocusComponent>> byKind = new LinkedHashMap<>();
    definition
        .getFocus()
        .forEach(f -> byKind.computeIfAbsent(f.getCode(), k -> new ArrayList<>()).add(f));
    List<String> faults = new ArrayList<>();
    byKind.forEach(
        (kind, wanted) -> {
          long there = count(bundle, kind);
          int min = wanted.stream().mapToInt(MessageDefinitionFocusComponent::getMin).sum();
          boolean bounded = wanted.stream().noneMatch(focus -> focus.getMax().equals("*"));
          int max =
              bounded
                  ? wanted.stream().mapToInt(focus -> Integer.parseInt(focus.getMax())).sum()
                  : Integer.MAX_VALUE;
          if (there < min || there > max) {
            faults.add("%s: %d, not in [%d, %d]".formatted(kind, there, min, max));
          }
        });
    bundle.getEntry().stream()
        .map(entry -> entry.getResource().fhirType())
        .filter(kind -> !byKind.containsKey(kind))
        .distinct()
        .forEach(kind -> faults.add(kind + " is none of this message"));
    return faults;
  }

  private static long count(Bundle bundle, String kind) {
    return kind.equals("Bundle")
        ? 1
        : bundle.getEntry().stream()
            .filter(entry -> entry.getResource().fhirType().equals(kind))
            .count();
  }

  private static MessageDefinition find(String url) throws IOException {
    try (Stream<Path> files = Files.list(Profiles.root().resolve(FOLDER))) {
      for (Path file : files.sorted().toList()) {
        MessageDefinition definition =
            FhirContext.forR4Cached()
                .newXmlParser()
                .parseResource(MessageDefinition.class, Files.readString(file));
        if (url.equals(definition.getUrl())) {
          return definition;
        }
      }
    }
    throw new AssertionError("No definition (%s).".formatted(url));
  }
}
