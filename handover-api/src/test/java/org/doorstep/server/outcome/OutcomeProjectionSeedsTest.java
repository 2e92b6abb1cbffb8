package org.doorstep.server.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.server.WrittenLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: what became of patients follows from the log alone, once, whatever dies in between: logs
 * made at random, followed straight and with deaths, come to the same rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class OutcomeProjectionSeedsTest {
  private OutcomeDatabase kept;
  private WrittenLog written;

  @BeforeAll
  void open() throws Exception {
    kept = new OutcomeDatabase();
    written = kept.empty();
  }

  @AfterAll
  void close() {
    kept.close();
  }

  @Test
  void projection_diesAtAnyCommit_comesToTheSameRows() throws Exception {
    for (long seed : new long[] {1, 2, 3}) {
      written = kept.empty();
      writeAtRandom(new Random(seed));
      while (kept.projection().run() > 0) {
        // To the end.
      }
      String straight = kept.rows();
      kept.run("truncate outcome.projection, outcome.patient cascade");
      Random faults = new Random(seed + 100);
      DataSource dying = DyingDatabase.of(kept.dataSource(), faults::nextBoolean);
      int deaths = 0;
      int read = 1;
      while (read > 0) {
        try {
          read = kept.projection(dying).run();
        } catch (OutcomeFault e) {
          deaths++;
        }
      }
      assertThat(deaths).as("seed %d", seed).isPositive();
      assertThat(kept.rows()).as("seed %d", seed).isEqualTo(straight).contains("R");
    }
  }

  @Test
  void run_databaseDies_saysSoAndMovesNothing() throws Exception {
    written = kept.empty();
    written.open(1, "2026-07-06T08:00:00Z", Category.C3, "9990000018");
    DataSource dying = DyingDatabase.of(kept.dataSource(), () -> true);

    assertThatThrownBy(() -> kept.projection(dying).run()).isInstanceOf(OutcomeFault.class);
    assertThat(kept.count("select count(*) from outcome.projection")).isZero();
  }

  private void writeAtRandom(Random chance) throws Exception {
    Instant at = Instant.parse("2026-07-06T08:00:00Z");
    for (int incident = 1; incident <= 40; incident++) {
      written.open(
          incident, at.toString(), Category.C3, chance.nextBoolean() ? "9990000018" : "9990000026");
      at = at.plusSeconds(chance.nextInt(7_200));
    }
    for (int event = 0; event < 500; event++) {
      at = at.plusSeconds(chance.nextInt(600));
      PatientId patient = new PatientId(new IncidentId(1 + chance.nextInt(40)), 1);
      switch (chance.nextInt(5)) {
        case 0 ->
            written.add(
                at,
                new AssessmentRecorded(
                    patient,
                    WrittenLog.call(patient.incident().value()),
                    WrittenLog.proposal("R" + chance.nextInt(4))));
        case 1 ->
            written.add(
                at,
                new DispositionChosen(
                    patient,
                    WrittenLog.choice(
                        chance.nextBoolean() ? Optional.of("MAIDSTONE-ED") : Optional.empty())));
        case 2 ->
            written.add(
                at,
                new JobStageReported(patient.incident(), new UnitId("A1"), JobStage.LEFT_SCENE));
        case 3 ->
            written.add(
                at, new JobStageReported(patient.incident(), new UnitId("A1"), JobStage.AT_SCENE));
        default -> written.add(at, new IncidentClosed(patient.incident(), CloseReason.CREWS_CLEAR));
      }
    }
  }
}
