package org.doorstep.dispatch.shell.travel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.database.Transaction;
import org.doorstep.dispatch.shell.telemetry.TelemetryFault;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.Closure;
import org.doorstep.routing.DrivingMode;
import org.jspecify.annotations.Nullable;

/**
 * The closures of an area in all their versions, in the database's schema {@code telemetry}; the
 * same on every node. No version is ever overwritten. Blocks; thread-safe.
 */
public final class ClosureStore {
  private static final String COLUMNS =
      "id, version, lifted, name, place, speed_factor, modes, holds_from, holds_until, source,"
          + " written_by, written_at";

  private final DataSource database;
  private final AreaId area;

  /** The closures of an area. */
  public ClosureStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** How often anything has changed: greater after each change. One row is read. */
  public long revision() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select number from telemetry.road_change where area = ?")) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw fault("It cannot be read whether closures have changed.", e);
    }
  }

  /**
   * Writes the next version of a closure.
   *
   * @param saw the version that was looked at; 0 for a closure that is new
   * @return what is kept now; that of before, if the same person has said the same already
   * @throws ClosureRefusal if somebody has changed it since
   */
  public KeptClosure put(Closure closure, long saw, Actor by, Instant at) {
    return inTransaction(
        connection ->
            append(connection, closure, false, saw, by, at, latest(connection, closure.id())));
  }

  /**
   * Writes that a closure is lifted.
   *
   * @param saw the version that was looked at
   * @throws ClosureRefusal if there is none, or somebody has changed it since
   */
  public KeptClosure lift(String id, long saw, Actor by, Instant at) {
    return inTransaction(
        connection -> {
          Optional<KeptClosure> known = latest(connection, id);
          Closure closure =
              known
                  .map(KeptClosure::closure)
                  .orElseThrow(
                      () ->
                          new ClosureRefusal(
                              ClosureRefusal.Kind.UNKNOWN,
                              "There is no closure (%s).".formatted(id)));
          return append(connection, closure, true, saw, by, at, known);
        });
  }

  /**
   * The newest version of each closure, by id.
   *
   * @param since what was lifted or had ended before is left out
   */
  public List<KeptClosure> list(Instant since) {
    String sql =
        "select * from (select distinct on (id) "
            + COLUMNS
            + " from telemetry.road_closure where area = ? order by id, version desc) newest"
            + " where (not lifted or written_at >= ?)"
            + " and (holds_until is null or greatest(holds_until, written_at) >= ?)";
    return read(
        sql,
        select -> {
          select.setString(1, area.value());
          select.setTimestamp(2, Timestamp.from(since));
          select.setTimestamp(3, Timestamp.from(since));
        });
  }

  /** Every version of one closure, oldest first. */
  public List<KeptClosure> history(String id) {
    return read(
        "select "
            + COLUMNS
            + " from telemetry.road_closure where area = ? and id = ? order by version",
        select -> {
          select.setString(1, area.value());
          select.setString(2, id);
        });
  }

  private KeptClosure append(
      Connection connection,
      Closure closure,
      boolean lifted,
      long saw,
      Actor by,
      Instant at,
      Optional<KeptClosure> known)
      throws SQLException {
    long version = known.map(KeptClosure::version).orElse(0L);
    Optional<KeptClosure> same = known.filter(k -> k.saysTheSame(closure, lifted, by));
    if (version == saw + 1 && same.isPresent()) {
      // The reply to the first asking was lost; nothing is done twice.
      return same.get();
    }
    if (version != saw) {
      throw new ClosureRefusal(
          ClosureRefusal.Kind.OUTDATED,
          "The closure (%s) is at version (%d) now; version (%d) was looked at."
              .formatted(closure.id(), version, saw));
    }
    Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
    KeptClosure next = new KeptClosure(closure, version + 1, lifted, by, millis);
    insert(connection, next);
    return next;
  }

  private void insert(Connection connection, KeptClosure kept) throws SQLException {
    String sql =
        "insert into telemetry.road_closure (area, "
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Closure closure = kept.closure();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setString(2, closure.id());
      insert.setLong(3, kept.version());
      insert.setBoolean(4, kept.lifted());
      insert.setString(5, closure.name());
      insert.setString(6, json(closure));
      insert.setDouble(7, closure.speedFactor());
      insert.setString(8, String.join(" ", closure.modes().stream().map(Enum::name).toList()));
      insert.setTimestamp(9, timestamp(closure.from()));
      insert.setTimestamp(10, timestamp(closure.until()));
      insert.setString(11, closure.source());
      insert.setString(12, kept.by().value());
      insert.setTimestamp(13, Timestamp.from(kept.at()));
      insert.executeUpdate();
    }
  }

  private Optional<KeptClosure> latest(Connection connection, String id) throws SQLException {
    String sql =
        "select "
            + COLUMNS
            + " from telemetry.road_closure where area = ? and id = ?"
            + " order by version desc limit 1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setString(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(kept(row)) : Optional.empty();
      }
    }
  }

  private KeptClosure inTransaction(Transaction.Work<KeptClosure> work) {
    try {
      return Transaction.of(
          database,
          connection -> {
            count(connection);
            return work.in(connection);
          });
    } catch (SQLException e) {
      throw fault("The closure cannot be written.", e);
    }
  }

  /** Counts the change, and with its row lets one writer of the area at a time. */
  private void count(Connection connection) throws SQLException {
    String sql =
        "insert into telemetry.road_change (area, number) values (?, 1) on conflict (area)"
            + " do update set number = telemetry.road_change.number + 1";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, area.value());
      update.executeUpdate();
    }
  }

  private interface Parameters {
    void set(PreparedStatement select) throws SQLException;
  }

  private List<KeptClosure> read(String sql, Parameters parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      parameters.set(select);
      List<KeptClosure> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(kept(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw fault("The closures cannot be read.", e);
    }
  }

  private static KeptClosure kept(ResultSet row) throws SQLException {
    byte[] place = row.getString("place").getBytes(StandardCharsets.UTF_8);
    Closure closure =
        new Closure(
            row.getString("id"),
            row.getString("name"),
            ClosureShape.anywhere().read(JsonTree.parse(place), ""),
            row.getDouble("speed_factor"),
            Stream.of(row.getString("modes").split(" ", -1)).map(DrivingMode::valueOf).toList(),
            instant(row.getTimestamp("holds_from")),
            instant(row.getTimestamp("holds_until")),
            row.getString("source"));
    return new KeptClosure(
        closure,
        row.getLong("version"),
        row.getBoolean("lifted"),
        new Actor(row.getString("written_by")),
        row.getTimestamp("written_at").toInstant());
  }

  private static String json(Closure closure) {
    return new String(
        RecordJson.write(ClosureShape.write(closure.where())), StandardCharsets.UTF_8);
  }

  private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
    return instant.map(Timestamp::from).orElse(null);
  }

  private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }

  private TelemetryFault fault(String what, SQLException e) {
    return new TelemetryFault("%s Area (%s).".formatted(what, area.value()), e);
  }
}
