package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.Map;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.check.Violation.Code;

/** The judge's table of drive times that were asked for and not answered. One thread. */
final class DriveQuestions {
  private final Findings findings;
  private final Alarms<IncidentId> asked = new Alarms<>();

  DriveQuestions(Findings findings) {
    this.findings = findings;
  }

  void look(Instant askedUntil, Instant seen) {
    for (var late : asked.takeDue(askedUntil)) {
      findings.add(
          Code.DRIVE_TIMES_FORGOTTEN,
          seen,
          "incident %d, asked at %s".formatted(late.key().value(), late.due()));
    }
  }

  /** The first question that is not answered counts, however often it is repeated. */
  void askIfPlaced(IncidentId incident, OpenEntry entry, Instant at) {
    if (entry.placed && !entry.ahead) {
      asked.setIfNone(incident, at);
    }
  }

  /** Whoever waits and had nobody to be sent is to be looked at again when a unit is free. */
  void askForThoseWithNobody(
      Map<IncidentId, OpenEntry> open, Map<UnitId, Capabilities> able, Instant at) {
    for (Map.Entry<IncidentId, OpenEntry> each : open.entrySet()) {
      if (each.getValue().nobodyToSend && each.getValue().lacks(able)) {
        askIfPlaced(each.getKey(), each.getValue(), at);
      }
    }
  }

  void settle(IncidentId incident) {
    asked.settle(incident);
  }
}
