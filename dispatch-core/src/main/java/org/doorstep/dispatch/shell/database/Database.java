package org.doorstep.dispatch.shell.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The one PostgreSQL that the process stands on, with a bounded pool of connections.
 *
 * <p>Embedded and external databases are held to the same rule: a commit that was answered survives
 * a power cut. A database whose {@code fsync}, {@code synchronous_commit} or {@code
 * full_page_writes} is weaker is refused. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final int POOL_SIZE_MAX = 16;
  private static final long POOL_WAIT_MILLIS_MAX = 5_000;
  private static final List<String> DURABLE_SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final HikariDataSource pool;
  private final Optional<EmbeddedPostgreSql> embedded;

  private Database(HikariDataSource pool, Optional<EmbeddedPostgreSql> embedded) {
    this.pool = pool;
    this.embedded = embedded;
  }

  /**
   * Starts the bundled PostgreSQL in the folder, which it takes for itself, and opens it.
   *
   * @param folder holds data, binaries and lock; made when absent, never cleaned
   * @throws DatabaseFault if another process holds the folder, or the server does not start
   */
  public static Database embedded(Path folder) {
    EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder);
    return open(server.jdbcUrl(), server.user(), "", Optional.of(server));
  }

  /**
   * Opens a PostgreSQL that somebody else runs.
   *
   * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database}
   * @throws DatabaseFault if it cannot be reached or is not durable
   */
  public static Database external(String url, String user, String password) {
    return open(url, user, password, Optional.empty());
  }

  private static Database open(
      String url, String user, String password, Optional<EmbeddedPostgreSql> embedded) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setPoolName("doorstep");
    config.setMaximumPoolSize(POOL_SIZE_MAX);
    config.setConnectionTimeout(POOL_WAIT_MILLIS_MAX);
    config.addDataSourceProperty("ApplicationName", "doorstep");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // The driver would quote rows in its errors, and errors reach the log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedPostgreSql::close);
      throw new DatabaseFault(
          "The database (%s) cannot be opened as user (%s).\nMaybe it is not running, or the name or password is wrong."
              .formatted(url, user),
          e);
    }
    Database database = new Database(pool, embedded);
    try {
      database.requireDurable();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /** The pool: connections are borrowed for one piece of work and closed. */
  public DataSource dataSource() {
    return pool;
  }

  /** Where the database is, without password. */
  public String url() {
    return pool.getJdbcUrl();
  }

  /**
   * Brings one schema to the version that this program knows, in a history of its own.
   *
   * @param schema the schema's name; made when absent
   * @param location where the migrations lie on the class path, for example {@code db/log}
   * @throws DatabaseFault if the schema is newer than the program or a migration fails
   */
  public void migrate(String schema, String location) {
    try {
      Flyway.configure()
          .dataSource(pool)
          .schemas(schema)
          .defaultSchema(schema)
          .createSchemas(true)
          .locations("classpath:" + location)
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (RuntimeException e) {
      throw new DatabaseFault(
          "The schema (%s) of (%s) cannot be brought to this program's version.\nMaybe a newer program has been here."
              .formatted(schema, url()),
          e);
    }
  }

  private void requireDurable() {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      for (String setting : DURABLE_SETTINGS) {
        try (var row = statement.executeQuery("show " + setting)) {
          row.next();
          String value = row.getString(1);
          if (value.equals("off") || value.equals("local")) {
            throw new DatabaseFault(
                "The database (%s) has %s (%s); it must be (on), or an acknowledged command could be lost."
                    .formatted(url(), setting, value));
          }
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault("The database (%s) does not answer.".formatted(url()), e);
    }
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedPostgreSql::close);
  }
}
