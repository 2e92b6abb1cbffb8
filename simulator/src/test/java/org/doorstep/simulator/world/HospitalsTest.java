package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: crews wait at hospital in the order of their coming, and a diverting one gets nobody.
 */
class HospitalsTest {
  private static final long SEED = 9;
  private static final String ALL_TO_HOSPITAL =
      """
      demand: {categories: [{category: C2, percent: 100}]}
      """;

  @Test
  void queue_ofOneBay_takesOverOneAfterTheOther() {
    List<LoggedEvent> log =
        Town.run(
            Town.with(
                ALL_TO_HOSPITAL,
                "work:",
                "  hospitals:",
                "    bays: [{service: MAIDSTONE-ED, count: 1}]",
                "    handover: {p10: 45, p50: 45, p90: 45, p99: 45}"),
            SEED);
    Map<IncidentId, String> goesTo = new HashMap<>();
    List<IncidentId> came = new ArrayList<>();
    List<IncidentId> taken = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    for (LoggedEvent logged : log) {
      if (logged.event() instanceof CareEvent.DispositionChosen chosen) {
        chosen
            .choice()
            .destination()
            .ifPresent(to -> goesTo.put(chosen.patient().incident(), to.value()));
      } else if (logged.event() instanceof DispatchEvent.JobStageReported reported
          && reported.stage() == JobStage.AT_DESTINATION
          && "MAIDSTONE-ED".equals(goesTo.get(reported.incident()))) {
        came.add(reported.incident());
      } else if (logged.event() instanceof CareEvent.PatientReceived received
          && "MAIDSTONE-ED".equals(goesTo.get(received.patient().incident()))) {
        taken.add(received.patient().incident());
        times.add(logged.at());
      }
    }
    assertThat(taken).hasSizeGreaterThan(15).isEqualTo(came.subList(0, taken.size()));
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i).toEpochMilli() - times.get(i - 1).toEpochMilli())
          .as("minutes between two patients of one bay")
          .isGreaterThanOrEqualTo(28 * 60_000L);
    }
  }

  @Test
  void divert_ofAHospital_sendsEverybodyElsewhere_untilItEnds() {
    List<LoggedEvent> log =
        Town.run(
            Town.with(
                ALL_TO_HOSPITAL,
                "faults:",
                "  diverts:",
                "    - {service: MAIDSTONE-ED, from: 2026-02-02T06:00, until: 2026-02-03T06:00}"),
            SEED);
    int before = 0;
    int during = 0;
    int after = 0;
    for (LoggedEvent logged : log) {
      if (logged.event() instanceof CareEvent.DispositionChosen chosen
          && chosen
              .choice()
              .destination()
              .filter(to -> to.value().equals("MAIDSTONE-ED"))
              .isPresent()) {
        if (logged.at().isBefore(Instant.parse("2026-02-02T06:00:00Z"))) {
          before++;
        } else if (logged.at().isBefore(Instant.parse("2026-02-03T06:00:00Z"))) {
          during++;
        } else {
          after++;
        }
      }
    }
    assertThat(during).isZero();
    assertThat(before).isPositive();
    assertThat(after).isPositive();
  }
}
