package org.doorstep.dispatch.shell.shelf;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.database.Transaction;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The versions of decision tables and an area's adoptions of them, in the database's schema {@code
 * protocol}; the same on every node. Nothing is ever overwritten. Blocks; thread-safe.
 */
public final class ShelfStore {
  private final DataSource database;
  private final AreaId area;

  /** The shelf as an area sees it. */
  public ShelfStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** How often anything has changed. One row is read. */
  long revision() {
    try (Connection connection = database.getConnection()) {
      return revision(connection);
    } catch (SQLException e) {
      throw new ShelfFault("It cannot be read whether the shelf has changed.", e);
    }
  }

  /** All that is on it. */
  ShelfView read() {
    try (Connection connection = database.getConnection()) {
      return read(connection);
    } catch (SQLException e) {
      throw new ShelfFault("The shelf cannot be read.", e);
    }
  }

  /** The file of a version, byte by byte as it was loaded. */
  public Optional<byte[]> file(String sha256) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select dmn from protocol.table_version where sha256 = ?")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new ShelfFault("The file of a version cannot be read.", e);
    }
  }

  /**
   * Puts a version on the shelf for ever; where it is there already, it stays as it is.
   *
   * @throws ShelfRefusal if the name of the version was used for other bytes
   */
  ShelfView put(TableVersion version, byte[] dmn) {
    return inTransaction(
        connection -> {
          TableIdentity identity = version.table().identity();
          ShelfView before = read(connection);
          Optional<TableVersion> known =
              before.versions().stream()
                  .filter(each -> isSameName(each.table().identity(), identity))
                  .findFirst();
          if (known.isEmpty()) {
            insert(connection, version, dmn);
            count(connection);
            return read(connection);
          }
          requireSameBytes(known.get().table().identity(), identity);
          return before;
        });
  }

  /**
   * Appends adoptions to those of the area.
   *
   * @param next what to append, seeing the shelf as it is; nobody else changes it meanwhile
   */
  ShelfView append(Function<ShelfView, List<Adoption>> next) {
    return inTransaction(
        connection -> {
          ShelfView before = read(connection);
          List<Adoption> adoptions = next.apply(before);
          long number = before.adoptions().size();
          for (Adoption each : adoptions) {
            number++;
            insert(connection, number, each);
          }
          if (adoptions.isEmpty()) {
            return before;
          }
          count(connection);
          return read(connection);
        });
  }

  private static boolean isSameName(TableIdentity one, TableIdentity other) {
    return one.id().equals(other.id()) && one.version().equals(other.version());
  }

  private static void requireSameBytes(TableIdentity known, TableIdentity given) {
    if (!known.sha256().equals(given.sha256())) {
      throw new ShelfRefusal(
          ShelfRefusal.Kind.VERSION_TAKEN,
          "The version (%s) of the table (%s) is on the shelf with other bytes (%s, not %s).\nMaybe it was changed without a new version."
              .formatted(
                  given.version(),
                  given.id(),
                  known.sha256().substring(0, 12),
                  given.sha256().substring(0, 12)));
    }
  }

  private ShelfView read(Connection connection) throws SQLException {
    return new ShelfView(revision(connection), versions(connection), adoptions(connection));
  }

  private static long revision(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select number from protocol.shelf_change");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<TableVersion> versions(Connection connection) throws SQLException {
    List<TableVersion> versions = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select compiled, loaded_by, loaded_at from protocol.table_version"
                    + " order by loaded_at, id, version");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        byte[] compiled = row.getString(1).getBytes(StandardCharsets.UTF_8);
        versions.add(
            new TableVersion(
                RecordJson.read(DecisionTable.class, compiled),
                new Actor(row.getString(2)),
                row.getTimestamp(3).toInstant()));
      }
    }
    return versions;
  }

  private List<Adoption> adoptions(Connection connection) throws SQLException {
    List<Adoption> adoptions = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select table_id, sha256, kind, holds_from, said_by, reason from protocol.adoption"
                + " where area = ? order by number")) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Optional<TableKind> kind = TableKind.find(row.getString(1));
          if (kind.isPresent()) {
            adoptions.add(
                new Adoption(
                    kind.get(),
                    row.getString(2),
                    Adoption.State.valueOf(row.getString(3)),
                    row.getTimestamp(4).toInstant(),
                    new Actor(row.getString(5)),
                    row.getString(6)));
          }
        }
      }
    }
    return adoptions;
  }

  private static void insert(Connection connection, TableVersion version, byte[] dmn)
      throws SQLException {
    TableIdentity identity = version.table().identity();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into protocol.table_version (id, sha256, version, dmn, compiled, loaded_by,"
                + " loaded_at) values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, identity.id());
      insert.setString(2, identity.sha256());
      insert.setString(3, identity.version());
      insert.setBytes(4, dmn);
      insert.setString(5, new String(RecordJson.write(version.table()), StandardCharsets.UTF_8));
      insert.setString(6, version.loadedBy().value());
      insert.setTimestamp(7, Timestamp.from(version.loadedAt()));
      insert.executeUpdate();
    }
  }

  private void insert(Connection connection, long number, Adoption adoption) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into protocol.adoption (area, number, table_id, sha256, kind, holds_from,"
                + " said_by, reason) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, area.value());
      insert.setLong(2, number);
      insert.setString(3, adoption.kind().id());
      insert.setString(4, adoption.sha256());
      insert.setString(5, adoption.state().name());
      insert.setTimestamp(6, Timestamp.from(adoption.from()));
      insert.setString(7, adoption.by().value());
      insert.setString(8, adoption.reason());
      insert.executeUpdate();
    }
  }

  /** One writer at a time. */
  private ShelfView inTransaction(Transaction.Work<ShelfView> work) {
    try {
      return Transaction.of(
          database,
          connection -> {
            lock(connection);
            return work.in(connection);
          });
    } catch (SQLException e) {
      throw new ShelfFault("The shelf cannot be written.", e);
    }
  }

  /** Lets one writer at a time. */
  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select number from protocol.shelf_change for update")) {
      select.executeQuery().close();
    }
  }

  private static void count(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update protocol.shelf_change set number = number + 1")) {
      update.executeUpdate();
    }
  }
}
