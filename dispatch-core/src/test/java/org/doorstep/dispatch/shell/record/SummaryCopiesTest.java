package org.doorstep.dispatch.shell.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.doorstep.dispatch.shell.record.SummaryCopies.Copy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: the copy of a summary is sealed, and can never be served for another NHS number. */
@ExtendWith(TestDatabase.class)
class SummaryCopiesTest {
  private static final String NUMBER = "9990020019";
  private static final String OTHER = "9990020027";
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final Database database;

  @TempDir Path folder;

  SummaryCopiesTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void empty() throws SQLException {
    database.migrate("record", "db/record");
    execute("delete from record.summary_copy");
  }

  @Test
  void find_inAnotherProcess_givesWhatWasKeptForThatNumberAlone() {
    copies().keep(NUMBER, new Copy("Lies", NOON));

    assertThat(copies().find(NUMBER)).hasValue(new Copy("Lies", NOON));
    assertThat(copies().find(OTHER)).isEmpty();
  }

  @Test
  void keep_olderThanWhatIsThere_changesNothing() {
    copies().keep(NUMBER, new Copy("later", NOON));
    copies().keep(NUMBER, new Copy("earlier", NOON.minusSeconds(1)));

    assertThat(copies().find(NUMBER)).hasValue(new Copy("later", NOON));
  }

  @Test
  void row_movedToAnotherNumber_doesNotOpen() throws SQLException {
    copies().keep(NUMBER, new Copy("Lies", NOON));
    copies().keep(OTHER, new Copy("Truth", NOON.plusSeconds(1)));
    execute(
        """
        update record.summary_copy there set sealed_key = here.sealed_key,
          sealed_body = here.sealed_body
        from record.summary_copy here where here.read_at < there.read_at""");

    assertThatThrownBy(() -> copies().find(OTHER)).isInstanceOf(RecordFault.class);
  }

  @Test
  void table_holdsNeitherNumberNorWords() throws SQLException {
    copies().keep(NUMBER, new Copy("Lies", NOON));

    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select number_digest, sealed_body from record.summary_copy")) {
      row.next();
      assertThat(row.getString(1)).hasSize(64).doesNotContain(NUMBER);
      assertThat(new String(row.getBytes(2), StandardCharsets.ISO_8859_1)).doesNotContain("Lies");
    }
  }

  @Test
  void forgetBefore_takesTheOldOnly() {
    copies().keep(NUMBER, new Copy("old", NOON.minusSeconds(1)));
    copies().keep(OTHER, new Copy("new", NOON));

    copies().forgetBefore(NOON);

    assertThat(copies().find(NUMBER)).isEmpty();
    assertThat(copies().find(OTHER)).isPresent();
  }

  private SummaryCopies copies() {
    return new SummaryCopies(
        database.dataSource(), MasterKey.readOrMake(folder.resolve("master.key")));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
