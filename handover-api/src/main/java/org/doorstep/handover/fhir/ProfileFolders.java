package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** Definitions out of folders; files that are none are passed over. */
final class ProfileFolders {
  private ProfileFolders() {}

  static PrePopulatedValidationSupport read(FhirContext fhir, List<Path> folders) {
    PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(fhir);
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).sorted().forEach(file -> add(fhir, support, file));
      } catch (IOException e) {
        throw new UncheckedIOException("The profiles in (%s) cannot be read.".formatted(folder), e);
      }
    }
    return support;
  }

  private static void add(FhirContext fhir, PrePopulatedValidationSupport support, Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(".xml") && !name.endsWith(".json")) {
      return;
    }
    try {
      String text = Files.readString(file);
      if (!isDefinition(text)) {
        return;
      }
      Resource resource =
          (Resource)
              (name.endsWith(".xml") ? fhir.newXmlParser() : fhir.newJsonParser())
                  .setParserErrorHandler(new Lenience(new Notes()))
                  .parseResource(text);
      if (resource instanceof StructureDefinition
          || resource instanceof ValueSet
          || resource instanceof CodeSystem) {
        support.addResource(resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The profile (%s) cannot be read.".formatted(file), e);
    }
  }

  private static boolean isDefinition(String text) {
    String start = text.substring(0, Math.min(text.length(), 400));
    return Stream.of("StructureDefinition", "ValueSet", "CodeSystem").anyMatch(start::contains);
  }
}
