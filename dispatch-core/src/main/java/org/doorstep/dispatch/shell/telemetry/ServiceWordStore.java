package org.doorstep.dispatch.shell.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.RoomNote;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.model.ServiceWord.Said;
import org.doorstep.dispatch.shell.database.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * All that services have said of their room and door in an area, and how load-levelling was
 * switched, in the database's schema {@code telemetry}; the same on every node. Nothing is ever
 * overwritten. Blocks; thread-safe.
 */
public final class ServiceWordStore {
  private static final String COLUMNS =
      "number, service, kind, room, holds_until, places_left, note, ambulances_waiting,"
          + " handover_minutes, said_by, said_at";
  private static final String ROOM = "ROOM";
  private static final String QUEUE = "QUEUE";

  private final DataSource database;
  private final AreaId area;

  /**
   * What was said, in order; of a service several words may be among it.
   *
   * @param number of the last of it; 0 where nothing was ever said
   */
  public record Page(
      long number, List<ServiceWord> words, List<QueueWord> queues, List<LoadLevelling> switches) {
    public Page {
      words = List.copyOf(words);
      queues = List.copyOf(queues);
      switches = List.copyOf(switches);
    }
  }

  private interface Write {
    void in(Connection connection, long number) throws SQLException;
  }

  /** The words of an area. */
  public ServiceWordStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** The number of what was said last; 0 where nothing was. One row is read. */
  public long number() {
    String sql = "select number from telemetry.service_change where area = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw fault("It cannot be read whether services have spoken.", e);
    }
  }

  /** Writes a word on room. */
  public void add(ServiceWord word) {
    append(
        (connection, number) -> {
          try (PreparedStatement insert = insert(connection, number, word.service(), ROOM)) {
            insert.setString(5, word.room().name());
            insert.setTimestamp(6, word.until().map(Timestamp::from).orElse(null));
            setInt(insert, 7, word.placesLeft());
            insert.setString(8, word.note().map(RoomNote::name).orElse(null));
            setInt(insert, 9, Optional.empty());
            setInt(insert, 10, Optional.empty());
            finish(insert, word.said());
          }
        });
  }

  /** Writes a word on a door. */
  public void add(QueueWord word) {
    append(
        (connection, number) -> {
          try (PreparedStatement insert = insert(connection, number, word.service(), QUEUE)) {
            insert.setString(5, null);
            insert.setTimestamp(6, null);
            setInt(insert, 7, Optional.empty());
            insert.setString(8, null);
            insert.setInt(9, word.ambulancesWaiting());
            insert.setInt(10, word.handoverMinutes());
            finish(insert, word.said());
          }
        });
  }

  /** Writes that load-levelling was switched. */
  public void add(LoadLevelling levelling) {
    String sql =
        "insert into telemetry.load_levelling (area, number, switched_on, reason, said_by, said_at)"
            + " values (?, ?, ?, ?, ?, ?)";
    append(
        (connection, number) -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, area.value());
            insert.setLong(2, number);
            insert.setBoolean(3, levelling.on());
            insert.setString(4, levelling.reason());
            insert.setString(5, levelling.said().by().value());
            insert.setTimestamp(6, Timestamp.from(levelling.said().at()));
            insert.executeUpdate();
          }
        });
  }

  /**
   * What was said after a number, oldest first.
   *
   * @param since words older than this say nothing any more and are left out; switches are not
   */
  public Page read(long after, Instant since) {
    // The number is read first: what is said meanwhile is read again the next time, never missed.
    long number = number();
    List<ServiceWord> words = new ArrayList<>();
    List<QueueWord> queues = new ArrayList<>();
    String sql =
        "select "
            + COLUMNS
            + " from telemetry.service_word where area = ? and number > ? and said_at >= ?"
            + " order by number";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, after);
      select.setTimestamp(3, Timestamp.from(since));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getString("kind").equals(ROOM)) {
            words.add(word(row));
          } else {
            queues.add(queue(row));
          }
        }
      }
      return new Page(number, words, queues, switches(connection, after));
    } catch (SQLException e) {
      throw fault("What services have said cannot be read.", e);
    }
  }

  private List<LoadLevelling> switches(Connection connection, long after) throws SQLException {
    String sql =
        "select switched_on, reason, said_by, said_at from telemetry.load_levelling"
            + " where area = ? and number > ? order by number";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, after);
      List<LoadLevelling> switches = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          switches.add(new LoadLevelling(row.getBoolean(1), row.getString(2), said(row)));
        }
      }
      return switches;
    }
  }

  private void append(Write write) {
    try {
      Transaction.of(
          database,
          connection -> {
            write.in(connection, count(connection));
            return true;
          });
    } catch (SQLException e) {
      throw fault("What a service has said cannot be written.", e);
    }
  }

  /** The next number; with its row it lets one writer of the area at a time. */
  private long count(Connection connection) throws SQLException {
    String sql =
        "insert into telemetry.service_change (area, number) values (?, 1) on conflict (area)"
            + " do update set number = telemetry.service_change.number + 1 returning number";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, area.value());
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private PreparedStatement insert(
      Connection connection, long number, ServiceId service, String kind) throws SQLException {
    PreparedStatement insert =
        connection.prepareStatement(
            "insert into telemetry.service_word (area, "
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.setString(1, area.value());
    insert.setLong(2, number);
    insert.setString(3, service.value());
    insert.setString(4, kind);
    return insert;
  }

  private static void finish(PreparedStatement insert, Said said) throws SQLException {
    insert.setString(11, said.by().value());
    insert.setTimestamp(12, Timestamp.from(said.at()));
    insert.executeUpdate();
  }

  private static void setInt(PreparedStatement insert, int at, Optional<Integer> value)
      throws SQLException {
    if (value.isPresent()) {
      insert.setInt(at, value.get());
    } else {
      insert.setNull(at, Types.INTEGER);
    }
  }

  private static ServiceWord word(ResultSet row) throws SQLException {
    return new ServiceWord(
        new ServiceId(row.getString("service")),
        Room.valueOf(row.getString("room")),
        instant(row.getTimestamp("holds_until")),
        Optional.ofNullable(row.getObject("places_left", Integer.class)),
        Optional.ofNullable(row.getString("note")).map(RoomNote::valueOf),
        said(row));
  }

  private static QueueWord queue(ResultSet row) throws SQLException {
    return new QueueWord(
        new ServiceId(row.getString("service")),
        row.getInt("ambulances_waiting"),
        row.getInt("handover_minutes"),
        said(row));
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(new Actor(row.getString("said_by")), row.getTimestamp("said_at").toInstant());
  }

  private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }

  private TelemetryFault fault(String what, SQLException e) {
    return new TelemetryFault("%s Area (%s).".formatted(what, area.value()), e);
  }
}
