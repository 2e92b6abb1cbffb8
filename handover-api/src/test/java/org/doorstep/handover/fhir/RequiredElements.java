package org.doorstep.handover.fhir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * What the published profiles and base R4 say must be there, as paths; and which of it a message
 * has lost beside another. Works on JSON, so that it shares nothing with what writes messages.
 */
public final class RequiredElements {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Map<String, List<String>> BY_KIND = new TreeMap<>();

  private RequiredElements() {}

  /** One message as JSON, whatever it came in, with the ids as they came. */
  public static JsonObject json(byte[] message) {
    Bundle bundle = Texts.read(message);
    return new JsonObject(new String(Texts.write(bundle), StandardCharsets.UTF_8));
  }

  /** A single resource as JSON. */
  public static JsonObject jsonOf(String body) {
    Resource resource = Texts.readAny(body.getBytes(StandardCharsets.UTF_8));
    return new JsonObject(new String(Texts.write(resource), StandardCharsets.UTF_8));
  }

  /**
   * The paths that must have a value, below the resource, for example {@code category}.
   *
   * @param validation whether a service request is one for validation
   */
  public static synchronized List<String> paths(String kind, boolean validation) {
    return BY_KIND.computeIfAbsent(
        kind + validation,
        none -> {
          TreeSet<String> paths = new TreeSet<>(basePaths(kind));
          profiles(kind, validation).forEach(file -> paths.addAll(profilePaths(file, kind)));
          paths.addAll(standardPaths(kind));
          return List.copyOf(paths);
        });
  }

  private static List<String> basePaths(String kind) {
    return FHIR.getResourceDefinition(kind).getChildren().stream()
        .filter(child -> child.getMin() > 0)
        .map(RequiredElements::name)
        .toList();
  }

  /** A choice of types has a name of its own for each. */
  private static String name(BaseRuntimeChildDefinition child) {
    String name = child.getElementName().replace("[x]", "");
    return child.getValidChildNames().contains(name) ? name : name + "[x]";
  }

  /** What the standard's guide asks beyond its profiles: the journey in every message of it. */
  private static List<String> standardPaths(String kind) {
    return kind.equals("Encounter") ? List.of("episodeOfCare.reference") : List.of();
  }

  private static List<Path> profiles(String kind, boolean validation) {
    assumeTrue(Profiles.areThere(), "SKIPPED: the profiles are not there.");
    Path bars = Profiles.root().resolve("fhir/bars/StructureDefinition");
    Path core =
        Profiles.root().resolve("fhir/ukcore/structuredefinitions/UKCore-%s.xml".formatted(kind));
    Optional<Path> own =
        switch (kind) {
          case "ServiceRequest" ->
              Optional.of(
                  bars.resolve(
                      "BARSServiceRequest-request-%s.xml"
                          .formatted(validation ? "validation" : "referral")));
          case "MessageHeader" ->
              Optional.of(bars.resolve("BARSMessageHeaderServiceRequestResponse.xml"));
          default -> Optional.empty();
        };
    return Stream.concat(own.stream(), Stream.of(core).filter(Files::exists)).toList();
  }

  /** Slices say what one of several must be, not that it must be there. */
  private static List<String> profilePaths(Path file, String kind) {
    try {
      StructureDefinition profile =
          FHIR.newXmlParser().parseResource(StructureDefinition.class, Files.readString(file));
      return profile.getDifferential().getElement().stream()
          .filter(element -> element.getMin() > 0 && !element.getId().contains(":"))
          .map(element -> element.getPath().replaceFirst("^" + kind + "\\.?", ""))
          .filter(path -> !path.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands at a path; a choice of types is meant by {@code name[x]}. */
  public static List<Object> values(JsonObject resource, String path) {
    List<Object> level = List.of(resource);
    for (String name : path.split("\\.", -1)) {
      List<Object> next = new ArrayList<>();
      for (Object each : level) {
        if (each instanceof JsonObject object) {
          object.stream()
              .filter(field -> isMeant(field.getKey(), name))
              .forEach(field -> add(next, field.getValue()));
        }
      }
      level = next;
    }
    return level;
  }

  private static void add(List<Object> to, Object value) {
    if (value instanceof JsonArray array) {
      array.forEach(to::add);
    } else {
      to.add(value);
    }
  }

  private static boolean isMeant(String field, String name) {
    return name.endsWith("[x]")
        ? field.startsWith(name.substring(0, name.length() - "[x]".length()))
        : field.equals(name);
  }

  /** The required values of a resource that its copy does not have. */
  public static List<String> losses(JsonObject before, JsonObject after, boolean validation) {
    String kind = before.getString("resourceType");
    List<String> losses = new ArrayList<>();
    for (String path : paths(kind, validation)) {
      List<Object> there = values(after, path);
      for (Object value : values(before, path)) {
        if (there.stream().noneMatch(each -> spelled(each).equals(spelled(value)))) {
          losses.add("%s.%s".formatted(kind, path));
        }
      }
    }
    return losses;
  }

  /** A journey is one thing in whichever way it is pointed at. */
  private static Object spelled(Object value) {
    return value instanceof String text
        ? text.replaceFirst("^(urn:uuid:|EpisodeOfCare/)", "")
        : value;
  }

  /** The same without what stands at a path. */
  public static JsonObject without(JsonObject resource, String path) {
    JsonObject copy = resource.copy();
    int dot = path.lastIndexOf('.');
    List<Object> parents = dot < 0 ? List.of(copy) : values(copy, path.substring(0, dot));
    String last = path.substring(dot + 1);
    for (Object parent : parents) {
      if (parent instanceof JsonObject object) {
        List.copyOf(object.fieldNames()).stream()
            .filter(field -> isMeant(field, last))
            .forEach(object::remove);
      }
    }
    return copy;
  }
}
