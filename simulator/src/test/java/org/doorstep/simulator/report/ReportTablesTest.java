package org.doorstep.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.measure.AmbsysMonths;
import org.doorstep.simulator.measure.Story;
import org.doorstep.simulator.measure.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FEATURE: a log as tables: one line a month, a job, a patient, and what each column means. */
class ReportTablesTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Window JULY =
      AmbsysMonths.window(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-31"), LONDON);
  private static final SortedSet<ServiceId> DEPARTMENTS =
      new TreeSet<>(List.of(new ServiceId("MAIDSTONE-ED")));

  /** A car is first and an ambulance conveys; another is diverted from a lesser call. */
  private static final String DAY =
      """
      06:00:00 A1 on ambulance
      06:00:00 A2 on ambulance
      06:00:00 CAR on car
      08:00:00 #1 opened C3
      08:01:00 A1 sent #1
      08:01:30 A1 acknowledged #1
      08:02:00 A1 mobile #1
      08:05:00 A1 stood-down #1
      08:05:00 #2 opened C2
      08:06:00 A1 sent #2
      08:06:30 CAR sent #2
      08:12:00 CAR at-scene #2
      08:20:00 A1 at-scene #2
      08:21:00 #2 now C1
      08:22:00 A1 at-patient #2
      08:30:00 #2 goes-to MAIDSTONE-ED
      08:35:00 CAR clear #2
      08:40:00 A1 left-scene #2
      09:00:00 A1 at-destination #2
      09:15:00 A1 handed-over #2
      09:20:00 A1 clear #2
      10:00:00 A2 sent #1
      10:20:00 A2 at-scene #1
      """;

  private final List<LoggedEvent> log = new ArrayList<>();
  private final List<String> jobs = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();

  @BeforeEach
  void tell() {
    new Story("2026-07-06", log::add).tell(DAY);
    JobCycles cycles = new JobCycles(JULY, jobs::add);
    Outcomes outcomes =
        new Outcomes(
            JULY, DEPARTMENTS, patient -> Recontact.UNKNOWN, new UnmetTable(LONDON), patients::add);
    for (LoggedEvent event : log) {
      cycles.accept(event);
      outcomes.accept(event);
    }
    cycles.end();
    outcomes.end();
  }

  private static Map<String, String> row(List<String> lines, int line) {
    List<String> names = List.of(lines.get(0).split(",", -1));
    List<String> cells = List.of(lines.get(line).split(",", -1));
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.put(names.get(i), cells.get(i));
      }
    }
    return row;
  }

  @Test
  void jobs_ofAClosedIncident_haveEveryMomentThatWasSaid() {
    assertThat(jobs).hasSize(1 + 4);
    assertThat(row(jobs, 1))
        .containsEntry("incident", "2")
        .containsEntry("unit", "A1")
        .containsEntry("unit_kind", "AMBULANCE")
        .containsEntry("category_opened", "C2")
        .containsEntry("category_allocated", "C2")
        .containsEntry("category_at_scene", "C2")
        .containsEntry("category_ended", "C1")
        .containsEntry("recoded_at", "2026-07-06T08:21:00Z")
        .containsEntry("clock_restarted_at", "2026-07-06T08:21:00Z")
        .containsEntry("decision_at", "2026-07-06T08:30:00Z")
        .containsEntry("handover_complete_at", "2026-07-06T09:15:00Z")
        .containsEntry("end", "CLEAR")
        .doesNotContainKeys("crew_acknowledged_at", "mobile_at", "taken_off_at");
    assertThat(row(jobs, 2)).containsEntry("unit", "CAR").doesNotContainKey("left_scene_at");
  }

  @Test
  void jobs_divertedAndStillOn_sayHowTheyEnded() {
    assertThat(row(jobs, 3))
        .containsEntry("incident", "1")
        .containsEntry("end", "DIVERTED")
        .containsEntry("end_reason", "MORE_URGENT_CALL")
        .containsEntry("taken_off_at", "2026-07-06T08:05:00Z");
    assertThat(row(jobs, 4)).containsEntry("end", "STILL_ON").doesNotContainKey("clear_at");
  }

  @Test
  void outcomes_ofAConveyedPatient_sayWhereAndThatNobodyKnowsTheRest() {
    assertThat(patients).hasSize(1 + 1);
    assertThat(row(patients, 1))
        .containsEntry("incident", "2")
        .containsEntry("patient", "1")
        .containsEntry("disposition", "ACUTE")
        .containsEntry("destination_service", "MAIDSTONE-ED")
        .containsEntry("conveyed_to_ed", "YES")
        .containsEntry("crew", "A1 CAR")
        .containsEntry("category_at_choice", "C1")
        .containsEntry("handover_state", "UNDELIVERABLE")
        .containsEntry("recontact_72h", "UNKNOWN");
  }

  @Test
  void months_ofALogThatBeganInOne_areEmptyWhereThereWasNoLog() {
    AmbsysMonths months =
        new AmbsysMonths(
            DEPARTMENTS, LocalDate.parse("2026-06-01"), LocalDate.parse("2026-07-31"), LONDON);
    log.forEach(months::accept);
    MonthTable table =
        new MonthTable(
            months.months(),
            Optional.of(new Window(log.get(0).at(), Instant.parse("2026-09-01T00:00:00Z"))),
            LONDON);

    assertThat(row(table.lines(), 1))
        .containsEntry("month", "2026-06")
        .containsEntry("log_covers", "NONE")
        .containsEntry("A7", ".");
    assertThat(row(table.lines(), 2))
        .containsEntry("month", "2026-07")
        .containsEntry("log_covers", "PART")
        .containsEntry("A7", "1")
        .containsEntry("A8", "1")
        .containsEntry("A24", "0")
        .containsEntry("A31", ".")
        .containsEntry("A53", "1")
        .containsEntry("A142", "900")
        .containsEntry("still_open", "1")
        .doesNotContainKeys("A1", "A49");
    assertThat(Identity.broken(table)).isEmpty();
  }

  @Test
  void identity_partsThatDoNotAddUp_isNamed() {
    assertThat(new Identity("A7", List.of("A17", "A56")).holds(Map.of("A7", 3L, "A17", 1L)))
        .isFalse();
  }

  @Test
  void definitions_everyColumnOfEveryFile_isThereOnce() {
    List<String> lines = Definitions.lines();
    for (Column column : MonthTable.columns()) {
      assertThat(lines).as(column.name()).anyMatch(starts("ambsys.csv", column));
    }
    for (Column column : JobColumns.ALL) {
      assertThat(lines).as(column.name()).anyMatch(starts("job-cycle.csv", column));
    }
    for (Column column : OutcomeColumns.ALL) {
      assertThat(lines).as(column.name()).anyMatch(starts("outcomes.csv", column));
    }
    assertThat(lines).doesNotHaveDuplicates().anyMatch(line -> line.startsWith("not known,A49"));
  }

  private static java.util.function.Predicate<String> starts(String file, Column column) {
    return line -> line.startsWith("%s,%s,".formatted(file, column.name()));
  }
}
