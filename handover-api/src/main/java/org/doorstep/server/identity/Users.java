package org.doorstep.server.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/** The users in the database's schema {@code identity}. Blocks; thread-safe. */
public final class Users {
  /** A password is this long at least. */
  public static final int PASSWORD_LENGTH_MIN = 15;

  private static final int PASSWORD_LENGTH_MAX = 200;
  private static final int FAILURES_FREE = 5;
  private static final Duration LOCK_FIRST = Duration.ofSeconds(30);
  private static final int LOCK_DOUBLINGS_MAX = 6;

  private final DataSource database;

  /** Users of a database. */
  public Users(DataSource database) {
    this.database = database;
  }

  /** How many there are. */
  public long count() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from identity.app_user");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IdentityFault("The users cannot be counted.", e);
    }
  }

  /**
   * Adds a user, or gives one that is there other roles, areas and password.
   *
   * @param password absent: the user signs in by link only
   * @throws IllegalArgumentException if the password is too short or too long
   */
  public void put(User user, Optional<String> password) {
    password.ifPresent(Users::requireStrength);
    String sql =
        "insert into identity.app_user (name, password, roles, areas, unit, service, signature)"
            + " values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (name) do update set password = excluded.password,"
            + " roles = excluded.roles, areas = excluded.areas, unit = excluded.unit,"
            + " service = excluded.service, signature = excluded.signature,"
            + " failures = 0, locked_until = null";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, user.name());
      insert.setString(2, password.map(Secrets::hashPassword).orElse(null));
      insert.setArray(
          3, connection.createArrayOf("text", user.roles().stream().map(Role::word).toArray()));
      insert.setArray(
          4, connection.createArrayOf("text", user.areas().stream().map(AreaId::value).toArray()));
      insert.setString(5, user.unit().map(UnitId::value).orElse(null));
      insert.setString(6, user.service().map(ServiceId::value).orElse(null));
      insert.setString(7, user.signature().orElse(null));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IdentityFault("The user (%s) cannot be added.".formatted(user.name()), e);
    }
  }

  /** The user of that name. */
  public Optional<User> find(String name) {
    String sql =
        "select name, roles, areas, unit, service, signature from identity.app_user where name = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IdentityFault("A user cannot be looked up.", e);
    }
  }

  /**
   * The user of that name and password. After five failures each further one locks the name for a
   * while, twice as long each time.
   */
  public Optional<User> findByPassword(String name, String password, Instant now) {
    String sql =
        "select password, locked_until, failures from identity.app_user where name = ?"
            + " and password is not null";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          Secrets.pretendToMatch(password);
          return Optional.empty();
        }
        Timestamp lockedUntil = row.getTimestamp(2);
        if (lockedUntil != null && lockedUntil.toInstant().isAfter(now)) {
          Secrets.pretendToMatch(password);
          return Optional.empty();
        }
        boolean matches = Secrets.matches(password, row.getString(1));
        recordAttempt(connection, name, matches ? 0 : row.getInt(3) + 1, now);
        return matches ? find(name) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IdentityFault("A user cannot be looked up.", e);
    }
  }

  /** Records that a user has read the words of an incident. */
  public void recordRead(User user, AreaId area, IncidentId incident) {
    String sql = "insert into identity.record_read (user_name, area, incident) values (?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, user.name());
      insert.setString(2, area.value());
      insert.setLong(3, incident.value());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IdentityFault("A read cannot be recorded.", e);
    }
  }

  /**
   * Records that a user has read something of one patient.
   *
   * @param what in a word, as in {@code summary}
   */
  public void recordRead(User user, AreaId area, PatientId patient, String what) {
    String sql =
        "insert into identity.record_read (user_name, area, incident, patient, what)"
            + " values (?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, user.name());
      insert.setString(2, area.value());
      insert.setLong(3, patient.incident().value());
      insert.setInt(4, patient.number());
      insert.setString(5, what);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IdentityFault("A read cannot be recorded.", e);
    }
  }

  static User read(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        words(row, "roles").flatMap(word -> Role.find(word).stream()).toList(),
        words(row, "areas").map(AreaId::new).toList(),
        Optional.ofNullable(row.getString("unit")).map(UnitId::new),
        Optional.ofNullable(row.getString("service")).map(ServiceId::new),
        Optional.ofNullable(row.getString("signature")));
  }

  private static Stream<String> words(ResultSet row, String column) throws SQLException {
    List<String> words = Arrays.asList((String[]) row.getArray(column).getArray());
    return words.stream();
  }

  private static void recordAttempt(Connection connection, String name, int failures, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update identity.app_user set failures = ?, locked_until = ? where name = ?")) {
      update.setInt(1, failures);
      update.setTimestamp(
          2, failures < FAILURES_FREE ? null : Timestamp.from(now.plus(lock(failures))));
      update.setString(3, name);
      update.executeUpdate();
    }
  }

  private static Duration lock(int failures) {
    return LOCK_FIRST.multipliedBy(1L << Math.min(failures - FAILURES_FREE, LOCK_DOUBLINGS_MAX));
  }

  private static void requireStrength(String password) {
    if (password.length() < PASSWORD_LENGTH_MIN || password.length() > PASSWORD_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "The password must have %d to %d characters."
              .formatted(PASSWORD_LENGTH_MIN, PASSWORD_LENGTH_MAX));
    }
  }
}
