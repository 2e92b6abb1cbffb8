package org.doorstep.server.launch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.Examination;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;

/**
 * One assessment as a file: the shape is {@code protocol/assessment.schema.json}.
 *
 * @param destinations what a ranking of destinations needs beside it; none is made when empty
 */
record AssessmentFile(
    PatientFacts patient,
    List<ObservationSet> observations,
    Found findings,
    Optional<Examination> examination,
    Optional<PersonalContext> context,
    Optional<Destinations> destinations) {
  private static final int VALUE_LENGTH_MAX = 60;

  AssessmentFile {
    observations = List.copyOf(observations);
  }

  /**
   * What was found.
   *
   * @param othersAbsent whether everything that is neither named nor answered by a test was asked
   *     and is absent
   */
  record Found(
      Optional<List<Finding>> present,
      Optional<List<Finding>> absent,
      Optional<Boolean> othersAbsent) {
    Found {
      present = present.map(List::copyOf);
      absent = absent.map(List::copyOf);
    }

    Findings named() {
      return new Findings(present.orElse(List.of()), absent.orElse(List.of()));
    }

    /** With all others absent, but for those that were answered otherwise. */
    Findings withOthers(List<Finding> answered) {
      List<Finding> lacking = new ArrayList<>(absent.orElse(List.of()));
      for (Finding each : Finding.values()) {
        if (!answered.contains(each) && named().answer(each).isEmpty()) {
          lacking.add(each);
        }
      }
      return new Findings(present.orElse(List.of()), lacking);
    }
  }

  /**
   * What a ranking of destinations needs beside the assessment.
   *
   * @param place where the patient is; drives that are not given are then found from here
   */
  record Destinations(
      Instant askedAt,
      Optional<Position> place,
      Optional<Boolean> section136,
      Optional<List<ServiceDrive>> drives,
      Optional<List<CapacityReport>> capacities) {
    Destinations {
      drives = drives.map(List::copyOf);
      capacities = capacities.map(List::copyOf);
    }
  }

  Assessment assessment() {
    Assessment named =
        new Assessment(patient, observations, findings.named(), examination, context);
    return findings.othersAbsent().orElse(false)
        ? new Assessment(
            patient,
            observations,
            findings.withOthers(CareDecision.answeredByTests(named)),
            examination,
            context)
        : named;
  }

  /**
   * Reads an assessment.
   *
   * @throws IllegalArgumentException naming the file, the place in it, the value and the rule
   */
  static AssessmentFile read(String name, byte[] json) {
    Object tree = null;
    try {
      tree = JsonTree.parse(json);
      AssessmentFile file = RecordJson.read(AssessmentFile.class, tree);
      // The order of the rounds is the assessment's own rule.
      file.assessment();
      return file;
    } catch (WireFault e) {
      throw new IllegalArgumentException(
          "The assessment (%s) is refused at (%s)%s: %s"
              .formatted(
                  name,
                  e.place().isEmpty() ? "/" : e.place(),
                  said(value(tree, e.place())),
                  e.rule()),
          e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The assessment (%s) is refused at (/observations): %s".formatted(name, e.getMessage()),
          e);
    }
  }

  private static String said(@Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof List) {
      return "";
    }
    String text = value.toString();
    return " with (%s)"
        .formatted(
            text.length() > VALUE_LENGTH_MAX ? text.substring(0, VALUE_LENGTH_MAX) + "..." : text);
  }

  private static @Nullable Object value(@Nullable Object tree, String place) {
    Object at = tree;
    for (String step : place.isEmpty() ? new String[0] : place.substring(1).split("/", -1)) {
      if (at instanceof Map<?, ?> map) {
        at = map.get(step);
      } else if (at instanceof List<?> list && step.matches("[0-9]{1,6}")) {
        int index = Integer.parseInt(step);
        at = index < list.size() ? list.get(index) : null;
      } else {
        return null;
      }
    }
    return at;
  }
}
