package org.doorstep.dispatch.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: the bundled PostgreSQL keeps what it has committed and serves one process at a time. */
class EmbeddedDatabaseTest {

  @Test
  void embedded_reopened_keepsItsRows(@TempDir Path folder) throws SQLException {
    try (Database first = Database.embedded(folder)) {
      execute(first, "create table kept(n int)");
      execute(first, "insert into kept values (7)");
      assertThatThrownBy(() -> Database.embedded(folder))
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("in use by another Doorstep");
    }
    try (Database second = Database.embedded(folder);
        var connection = second.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery("select n from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void external_answersCommitsBeforeTheyAreOnDisk_isRefused(@TempDir Path folder)
      throws SQLException {
    try (Database database = Database.embedded(folder)) {
      execute(database, "alter role postgres set synchronous_commit to off");

      assertThatThrownBy(() -> Database.external(database.url(), "postgres", ""))
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("synchronous_commit (off)");
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
