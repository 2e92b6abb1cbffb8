package org.doorstep.server.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Server-side sessions and sign-in links: the client holds a secret that means nothing by itself.
 *
 * <p>The database is the truth; what was asked in the last seconds is remembered, so that an ended
 * session can go on for that long on another node. Blocks; thread-safe.
 */
public final class SessionStore {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration SEEN_STEP = Duration.ofSeconds(60);
  private static final int REMEMBERED_MAX = 10_000;

  private final DataSource database;
  private final Users users;
  private final Duration idle;
  private final Duration absolute;

  // Guards nothing but repeats of the same look-up; entries are immutable and short-lived.
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(Session session, Instant until) {}

  /**
   * Sessions in the schema {@code identity}.
   *
   * @param idle how long without a request until a session ends
   * @param absolute how long altogether
   */
  public SessionStore(DataSource database, Users users, Duration idle, Duration absolute) {
    this.database = database;
    this.users = users;
    this.idle = idle;
    this.absolute = absolute;
  }

  /** Signs in by name and password; empty when they do not fit, or the name is locked. */
  public Optional<SignedIn> signIn(String name, String password, Instant now) {
    return users.findByPassword(name, password, now).map(user -> begin(user, now));
  }

  /** Signs in by the secret of a link; empty when it is unknown, used up or too old. */
  public Optional<SignedIn> signInByLink(String secret, Instant now) {
    String sql =
        "update identity.sign_in_link set uses_left = uses_left - 1 where secret_hash = ?"
            + " and uses_left > 0 and expires_at > ? returning user_name";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Secrets.hash(secret));
      update.setTimestamp(2, Timestamp.from(now));
      try (ResultSet row = update.executeQuery()) {
        return row.next()
            ? users.find(row.getString(1)).map(user -> begin(user, now))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IdentityFault("A sign-in link cannot be looked up.", e);
    }
  }

  /**
   * Makes a sign-in link.
   *
   * @return its secret, kept nowhere else
   */
  public String makeLink(String user, Instant expiresAt, int uses) {
    String secret = Secrets.fresh();
    String sql =
        "insert into identity.sign_in_link (secret_hash, user_name, expires_at, uses_left)"
            + " values (?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBytes(1, Secrets.hash(secret));
      insert.setString(2, user);
      insert.setTimestamp(3, Timestamp.from(expiresAt));
      insert.setInt(4, uses);
      insert.executeUpdate();
      return secret;
    } catch (SQLException e) {
      throw new IdentityFault("A sign-in link cannot be made.", e);
    }
  }

  /** The session of a secret, if it is still good; counts as being seen. */
  public Optional<Session> find(String secret, Instant now) {
    String key = HexFormat.of().formatHex(Secrets.hash(secret));
    Remembered known = remembered.get(key);
    if (known != null && known.until().isAfter(now)) {
      return Optional.of(known.session());
    }
    Optional<Session> found = look(secret, now);
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.clear();
    }
    found.ifPresentOrElse(
        session -> remembered.put(key, new Remembered(session, now.plus(REMEMBERED))),
        () -> remembered.remove(key));
    return found;
  }

  /** Ends a session. */
  public void end(String secret, Instant now) {
    byte[] hash = Secrets.hash(secret);
    remembered.remove(HexFormat.of().formatHex(hash));
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update identity.session set ended_at = ? where secret_hash = ?")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setBytes(2, hash);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IdentityFault("A session cannot be ended.", e);
    }
  }

  private SignedIn begin(User user, Instant now) {
    String secret = Secrets.fresh();
    String sql =
        "insert into identity.session (secret_hash, user_name, created_at, last_seen_at)"
            + " values (?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBytes(1, Secrets.hash(secret));
      insert.setString(2, user.name());
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setTimestamp(4, Timestamp.from(now));
      insert.executeUpdate();
      return new SignedIn(new Session(user, now.plus(absolute)), secret);
    } catch (SQLException e) {
      throw new IdentityFault("A session cannot be begun.", e);
    }
  }

  private Optional<Session> look(String secret, Instant now) {
    String sql =
        "select s.created_at, s.last_seen_at, u.name, u.roles, u.areas, u.unit, u.service,"
            + " u.signature"
            + " from identity.session s join identity.app_user u on u.name = s.user_name"
            + " where s.secret_hash = ? and s.ended_at is null and s.created_at > ?"
            + " and s.last_seen_at > ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      byte[] hash = Secrets.hash(secret);
      select.setBytes(1, hash);
      select.setTimestamp(2, Timestamp.from(now.minus(absolute)));
      select.setTimestamp(3, Timestamp.from(now.minus(idle)));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (row.getTimestamp(2).toInstant().isBefore(now.minus(SEEN_STEP))) {
          see(connection, hash, now);
        }
        Instant expiresAt = row.getTimestamp(1).toInstant().plus(absolute);
        return Optional.of(new Session(Users.read(row), expiresAt));
      }
    } catch (SQLException e) {
      throw new IdentityFault("A session cannot be looked up.", e);
    }
  }

  private static void see(Connection connection, byte[] hash, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update identity.session set last_seen_at = ? where secret_hash = ?")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setBytes(2, hash);
      update.executeUpdate();
    }
  }
}
