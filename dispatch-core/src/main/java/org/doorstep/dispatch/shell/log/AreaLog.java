package org.doorstep.dispatch.shell.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one area in PostgreSQL: append, look up, replay.
 *
 * <p>Blocks; never called on an event loop. Any number of processes may hold one for the same area:
 * the primary key decides between writers.
 */
public final class AreaLog {
  private static final Logger LOG = LoggerFactory.getLogger(AreaLog.class);

  private static final int PAGE_EVENTS = 2_000;

  private final DataSource database;
  private final AreaId area;
  private final UUID epoch;

  /**
   * Opens the log of an area and founds it if it is new.
   *
   * @param database with the schema {@code log} in place
   */
  public AreaLog(DataSource database, AreaId area) throws LogFault {
    this.database = database;
    this.area = area;
    this.epoch = found();
  }

  /** The area whose log this is. */
  public AreaId area() {
    return area;
  }

  /** Names this very log; another after the log has been replaced. */
  public UUID epoch() {
    return epoch;
  }

  /**
   * Writes a batch in one transaction after the head.
   *
   * @return the new head
   * @throws LogFault fenced when another writer was first; unknown in every other case
   */
  public LogHead append(Batch batch, LogHead head) throws LogFault {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      letGoWhenStandingStill(connection);
      try (Append append = new Append(connection, area)) {
        if (batch.events().isEmpty() && append.isBehind(head)) {
          rollback(connection);
          throw LogFault.fenced("Answering for the log of " + area.value());
        }
        LogHead reached = append.write(batch, head);
        connection.commit();
        return reached;
      } catch (SQLException e) {
        rollback(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw LogFault.of("Appending to the log of " + area.value(), e);
    }
  }

  /** Whether somebody else has written after the head. */
  public boolean isBehind(LogHead head) throws LogFault {
    try (Connection connection = database.getConnection();
        Append append = new Append(connection, area)) {
      return append.isBehind(head);
    } catch (SQLException e) {
      throw LogFault.of("Looking at the end of the log of " + area.value(), e);
    }
  }

  /** A node that stands still between two statements must not keep the log's next number. */
  private static void letGoWhenStandingStill(Connection connection) throws SQLException {
    try (Statement limit = connection.createStatement()) {
      limit.execute("set local idle_in_transaction_session_timeout = '4s'");
    }
  }

  /** The stored answers to those of the commands that have one. */
  public Map<UUID, Answered> findAnswers(Collection<CommandId> commands) throws LogFault {
    String sql = "select id, fingerprint, reply from log.command where area = ? and id = any (?)";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      Array ids =
          connection.createArrayOf("uuid", commands.stream().map(CommandId::value).toArray());
      select.setString(1, area.value());
      select.setArray(2, ids);
      Map<UUID, Answered> answers = new TreeMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Reply reply = RecordJson.read(Reply.class, row.getBytes(3));
          answers.put(row.getObject(1, UUID.class), new Answered(reply, row.getString(2)));
        }
      }
      return answers;
    } catch (SQLException e) {
      throw LogFault.of("Looking up commands of " + area.value(), e);
    }
  }

  /** Rebuilds the area from the last snapshot and what came after it. */
  public Recovered recover() throws LogFault {
    Recovered recovered =
        findSnapshot()
            .orElseGet(
                () -> new Recovered(new AreaState(AreaSnapshot.empty(area)), LogHead.EMPTY, 0));
    AreaState state = recovered.state();
    LogHead head = recovered.head();
    List<StoredEvent> page;
    do {
      page = read(state.sequence(), PAGE_EVENTS);
      for (StoredEvent stored : page) {
        requireChained(stored, head);
        state.evolve(stored.logged());
        head = new LogHead(stored.logged().sequence(), stored.hash());
      }
    } while (page.size() == PAGE_EVENTS);
    return new Recovered(state, head, recovered.snapshot());
  }

  /** Events after a sequence, in order, at most so many. */
  public List<StoredEvent> read(long after, int most) throws LogFault {
    String sql =
        "select body, hash from log.event where area = ? and sequence > ? order by sequence limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, after);
      select.setInt(3, most);
      return stored(select);
    } catch (SQLException e) {
      throw LogFault.of("Reading the log of " + area.value(), e);
    }
  }

  /** What happened to one incident, in order. */
  public List<StoredEvent> history(IncidentId incident) throws LogFault {
    String sql =
        "select body, hash from log.event where area = ? and incident = ? order by sequence";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, incident.value());
      return stored(select);
    } catch (SQLException e) {
      throw LogFault.of("Reading the log of " + area.value(), e);
    }
  }

  /**
   * What the commands that have sent units to an incident, or taken them off it, have caused
   * elsewhere as well: the other side of diverts and exchanges. In order.
   */
  public List<StoredEvent> besides(IncidentId incident) throws LogFault {
    String sql =
        """
        select other.body, other.hash from log.event own
        join log.event other on other.area = own.area and other.command = own.command
          and other.sequence between own.sequence - 3 and own.sequence + 3
        where own.area = ? and own.incident = ?
          and own.kind in ('UnitAssigned', 'UnitStoodDown') and other.incident <> own.incident
        order by other.sequence""";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, incident.value());
      return stored(select);
    } catch (SQLException e) {
      throw LogFault.of("Reading the log of " + area.value(), e);
    }
  }

  /** The number of the incident opened last; 0 where none was. */
  public long lastIncident() throws LogFault {
    String sql = "select coalesce(max(incident), 0) from log.event where area = ? and incident > 0";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw LogFault.of("Looking for the last incident of " + area.value(), e);
    }
  }

  /** Where the words of an incident lie, open or closed; empty when none was opened. */
  public Optional<RecordId> findRecord(IncidentId incident) throws LogFault {
    return history(incident).stream()
        .map(stored -> stored.logged().event())
        .filter(IncidentOpened.class::isInstance)
        .map(event -> ((IncidentOpened) event).record())
        .findFirst();
  }

  /** Keeps a snapshot; an older one never replaces a newer one. */
  public void save(AreaSnapshot snapshot, LogHead head) throws LogFault {
    String sql =
        "insert into log.snapshot as kept (area, sequence, hash, state) values (?, ?, ?, ?)"
            + " on conflict (area) do update set sequence = excluded.sequence,"
            + " hash = excluded.hash, state = excluded.state"
            + " where kept.sequence < excluded.sequence";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setLong(2, snapshot.sequence());
      insert.setBytes(3, HexFormat.of().parseHex(head.hash()));
      insert.setBytes(4, RecordJson.write(snapshot));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw LogFault.of("Keeping a snapshot of " + area.value(), e);
    }
  }

  /**
   * Stores what stood behind advice.
   *
   * @param incident its number; 0 for what concerns the area as a whole
   * @param hash SHA-256 of the uncompressed evidence, in hexadecimal
   * @param compressed the evidence, gzip
   */
  public void storeEvidence(long incident, String hash, byte[] compressed) throws LogFault {
    String sql =
        "insert into log.evidence (area, hash, incident, body) values (?, ?, ?, ?)"
            + " on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setString(2, hash);
      insert.setLong(3, incident);
      insert.setBytes(4, compressed);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw LogFault.of("Storing evidence of " + area.value(), e);
    }
  }

  /**
   * Stores what decisions are made by; what is there already stays.
   *
   * @param hash SHA-256 of the uncompressed model, in hexadecimal
   * @param compressed the model, gzip
   */
  public void storeModel(String hash, byte[] compressed) throws LogFault {
    String sql = "insert into log.model (area, hash, body) values (?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setString(2, hash);
      insert.setBytes(3, compressed);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw LogFault.of("Storing what is decided by in " + area.value(), e);
    }
  }

  private UUID found() throws LogFault {
    String sql =
        "with founded as (insert into log.area (area) values (?) on conflict do nothing"
            + " returning epoch) select epoch from founded"
            + " union all select epoch from log.area where area = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setString(2, area.value());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    } catch (SQLException e) {
      throw LogFault.of("Founding the log of " + area.value(), e);
    }
  }

  private Optional<Recovered> findSnapshot() throws LogFault {
    String sql = "select sequence, hash, state from log.snapshot where area = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        AreaSnapshot snapshot = RecordJson.read(AreaSnapshot.class, row.getBytes(3));
        return Optional.of(
            new Recovered(
                new AreaState(snapshot),
                LogHead.of(row.getLong(1), row.getBytes(2)),
                snapshot.sequence()));
      }
    } catch (WireFault e) {
      // Of another version of the program: the log has it all.
      LOG.warn("The snapshot of ({}) is of another shape and is left aside.", area.value());
      return Optional.empty();
    } catch (SQLException e) {
      throw LogFault.of("Reading the snapshot of " + area.value(), e);
    }
  }

  private static List<StoredEvent> stored(PreparedStatement select) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        EventJson.Chained chained = EventJson.read(row.getBytes(1));
        String hash = LogHead.of(0, row.getBytes(2)).hash();
        events.add(new StoredEvent(chained.logged(), chained.previous(), hash));
      }
    }
    return events;
  }

  private void requireChained(StoredEvent stored, LogHead head) {
    if (!stored.previous().equals(head.hash())) {
      throw new IllegalStateException(
          "The log of (%s) is not one chain: event (%d) does not name the hash of the one before it.\nMaybe rows were changed by hand; run the audit."
              .formatted(area.value(), stored.logged().sequence()));
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone, and the transaction with it; the first failure is what counts.
      return;
    }
  }
}
