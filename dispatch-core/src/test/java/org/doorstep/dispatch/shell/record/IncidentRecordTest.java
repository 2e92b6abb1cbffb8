package org.doorstep.dispatch.shell.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: what was recorded stays as it is, whoever writes again, until its key is erased. */
@ExtendWith(TestDatabase.class)
class IncidentRecordTest {
  private static final AreaId AREA = new AreaId("WEST_KENT");
  private static final Position TONBRIDGE = new Position(51.195, 0.275);

  private final Database database;
  private final RecordId id = new RecordId(UUID.randomUUID());

  @TempDir Path folder;

  IncidentRecordTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void schema() {
    database.migrate("record", "db/record");
  }

  @Test
  void write_sameIdAgain_keepsTheFirstBodyAndItsKey() {
    IncidentRecord record = record();
    record.write(id, AREA, "call", bytes("first"));
    SealedPlace place = record.seal(id, TONBRIDGE);

    record.write(id, AREA, "call", bytes("second"));

    assertThat(record.find(id)).hasValue(bytes("first"));
    assertThat(record.open(id, place)).hasValue(TONBRIDGE);
    assertThat(record.open(id, record.seal(id, TONBRIDGE))).hasValue(TONBRIDGE);
  }

  @Test
  void write_sameIdInAnotherProcess_sealsWithTheKeptKey() {
    IncidentRecord first = record();
    first.write(id, AREA, "call", bytes("first"));
    IncidentRecord other = record();
    other.write(id, AREA, "call", bytes("second"));

    assertThat(record().open(id, other.seal(id, TONBRIDGE))).hasValue(TONBRIDGE);
  }

  @Test
  void erase_patient_takesEveryEntryAboutThatPatientAndNoOther() {
    IncidentRecord record = record();
    PatientId gone = new PatientId(new IncidentId(7), 1);
    PatientId stays = new PatientId(new IncidentId(7), 2);
    RecordId first = new RecordId(UUID.randomUUID());
    RecordId second = new RecordId(UUID.randomUUID());
    RecordId other = new RecordId(UUID.randomUUID());
    record.write(first, AREA, "care-words", bytes("one"), gone);
    record.write(second, AREA, "assessment", bytes("two"), gone);
    record.write(other, AREA, "care-words", bytes("three"), stays);
    assertThat(record.find(second)).hasValue(bytes("two"));

    record.erase(AREA, gone);

    assertThat(record.find(first)).isEmpty();
    assertThat(record.find(second)).isEmpty();
    assertThat(record.find(other)).hasValue(bytes("three"));
    assertThatThrownBy(
            () ->
                record.write(
                    new RecordId(UUID.randomUUID()), AREA, "care-words", bytes("four"), gone))
        .isInstanceOf(RecordFault.class);
  }

  @Test
  void write_erasedId_isRefused() {
    IncidentRecord record = record();
    record.write(id, AREA, "call", bytes("first"));
    record.erase(id);

    assertThatThrownBy(() -> record.write(id, AREA, "call", bytes("second")))
        .isInstanceOf(RecordFault.class)
        .hasMessageContaining("erased");
    assertThat(record.find(id)).isEmpty();
  }

  private IncidentRecord record() {
    return new IncidentRecord(
        database.dataSource(), MasterKey.readOrMake(folder.resolve("master.key")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
