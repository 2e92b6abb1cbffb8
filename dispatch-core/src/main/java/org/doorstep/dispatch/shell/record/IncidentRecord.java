package org.doorstep.dispatch.shell.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;

/**
 * The incident record: the words, names and places that the log must not hold.
 *
 * <p>Entries are written once and never changed. Each has a data key of its own, sealed under the
 * key of the patient whom it is about, or under the master key where it is about an incident; the
 * coordinates in the log are sealed with the key of the entry that opened the incident. Erasing a
 * key leaves a log that still verifies. Blocks; thread-safe.
 */
public final class IncidentRecord {
  private static final int KEYS_REMEMBERED_MAX = 5_000;
  private static final int PLACE_BYTES = 2 * Double.BYTES;

  private final DataSource database;
  private final MasterKey master;
  private final PatientKeys patients;

  // Guarded by itself; a small memory of data keys, because boards ask for places again and again.
  private final Map<UUID, byte[]> keys =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
          return size() > KEYS_REMEMBERED_MAX;
        }
      };

  /** A record in the database's schema {@code record}. */
  public IncidentRecord(DataSource database, MasterKey master) {
    this.database = database;
    this.master = master;
    this.patients = new PatientKeys(master);
  }

  /**
   * Writes an entry; must be done before the command that refers to it. Where there is one of that
   * id already it stays as it is, so that whoever repeats a command does no harm.
   *
   * @param kind what the body is, for example {@code call}
   * @return false if the id belongs to an entry of another area, which must not be referred to
   * @throws RecordFault if the entry of that id has been erased
   */
  public boolean write(RecordId id, AreaId area, String kind, byte[] body) {
    return write(id, area, kind, body, Optional.empty());
  }

  /**
   * Writes an entry about a patient, under the patient's own key.
   *
   * @return false if the id belongs to an entry of another area, which must not be referred to
   * @throws RecordFault if the entry of that id, or the patient's key, has been erased
   */
  public boolean write(RecordId id, AreaId area, String kind, byte[] body, PatientId patient) {
    return write(id, area, kind, body, Optional.of(patient));
  }

  private boolean write(
      RecordId id, AreaId area, String kind, byte[] body, Optional<PatientId> patient) {
    byte[] key = Seal.newKey();
    String sql =
        "insert into record.entry (id, area, kind, sealed_key, sealed_body, incident, patient)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing";
    boolean written;
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      byte[] over = parentKey(connection, area, patient);
      insert.setObject(1, id.value());
      insert.setString(2, area.value());
      insert.setString(3, kind);
      insert.setBytes(4, Seal.close(over, keyContext(id), key));
      insert.setBytes(5, Seal.close(key, bodyContext(id), body));
      insert.setObject(6, patient.map(each -> each.incident().value()).orElse(null));
      insert.setObject(7, patient.map(PatientId::number).orElse(null));
      written = insert.executeUpdate() == 1;
      if (!written && !belongsTo(connection, id, area)) {
        return false;
      }
    } catch (SQLException e) {
      throw new RecordFault("The entry (%s) cannot be written.".formatted(id.value()), e);
    }
    if (written) {
      remember(id, key);
    } else if (find(id).isEmpty()) {
      // Reading the kept entry has remembered its key; without one it is gone for good.
      throw new RecordFault("The entry (%s) has been erased.".formatted(id.value()));
    }
    return true;
  }

  /**
   * A keyed digest of what a client sent, by which a repeat is told from another request under the
   * same id; without the master key it says nothing about the words.
   *
   * @return 64 hexadecimal digits
   */
  public String fingerprint(String name, byte[] body) {
    return Seal.digest(master.bytes(), "fingerprint:" + name, body);
  }

  /**
   * A keyed digest by which a person is known again and not found out: without the master key it
   * says nothing about the number, and it is no other digest of the same number.
   *
   * @param nhsNumber ten digits
   * @return 64 hexadecimal digits
   */
  public String personDigest(String nhsNumber) {
    byte[] key = HexFormat.of().parseHex(Seal.digest(master.bytes(), "person-key", new byte[0]));
    return Seal.digest(key, "person", nhsNumber.getBytes(StandardCharsets.UTF_8));
  }

  /** The body of an entry; empty when there is none, or when its key has been erased. */
  public Optional<byte[]> find(RecordId id) {
    String sql =
        "select sealed_key, sealed_body, area, incident, patient from record.entry where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getBytes(1) == null) {
          return Optional.empty();
        }
        Optional<byte[]> over = parentKey(connection, row);
        if (over.isEmpty()) {
          return Optional.empty();
        }
        byte[] key = Seal.open(over.get(), keyContext(id), row.getBytes(1));
        remember(id, key);
        return Optional.of(Seal.open(key, bodyContext(id), row.getBytes(2)));
      }
    } catch (SQLException e) {
      throw new RecordFault("The entry (%s) cannot be read.".formatted(id.value()), e);
    }
  }

  /** Whether there is an entry of that id, of that kind and about that patient. */
  public boolean isAbout(RecordId id, AreaId area, PatientId patient, String kind) {
    String sql =
        "select 1 from record.entry"
            + " where id = ? and area = ? and kind = ? and incident = ? and patient = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id.value());
      select.setString(2, area.value());
      select.setString(3, kind);
      select.setLong(4, patient.incident().value());
      select.setInt(5, patient.number());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new RecordFault("The entry (%s) cannot be read.".formatted(id.value()), e);
    }
  }

  /** Erases the key of an entry: its body and the places sealed with it are gone for good. */
  public void erase(RecordId id) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update record.entry set sealed_key = null where id = ?")) {
      update.setObject(1, id.value());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new RecordFault("The entry (%s) cannot be erased.".formatted(id.value()), e);
    }
    synchronized (keys) {
      keys.remove(id.value());
    }
  }

  /** Erases the key of a patient: every entry about the patient is gone for good. */
  public void erase(AreaId area, PatientId patient) {
    try (Connection connection = database.getConnection()) {
      patients.erase(connection, area.value(), patient);
    } catch (SQLException e) {
      throw new RecordFault(
          "The key of patient (%d/%d) cannot be erased."
              .formatted(patient.incident().value(), patient.number()),
          e);
    }
    synchronized (keys) {
      keys.clear();
    }
  }

  private byte[] parentKey(Connection connection, AreaId area, Optional<PatientId> patient)
      throws SQLException {
    if (patient.isEmpty()) {
      return master.bytes();
    }
    return patients
        .findOrMake(connection, area.value(), patient.get())
        .orElseThrow(() -> new RecordFault("The patient's key has been erased."));
  }

  /** The key over the data key of an entry; empty where it has been erased. */
  private Optional<byte[]> parentKey(Connection connection, ResultSet row) throws SQLException {
    int number = row.getInt("patient");
    if (row.wasNull()) {
      return Optional.of(master.bytes());
    }
    PatientId patient = new PatientId(new IncidentId(row.getLong("incident")), number);
    return patients.find(connection, row.getString("area"), patient);
  }

  /**
   * Seals coordinates with the key of an entry.
   *
   * @throws RecordFault if there is no such entry
   */
  public SealedPlace seal(RecordId id, Position position) {
    byte[] key =
        findKey(id)
            .orElseThrow(() -> new RecordFault("No key for entry (%s).".formatted(id.value())));
    byte[] plain =
        ByteBuffer.allocate(PLACE_BYTES)
            .putDouble(position.lat())
            .putDouble(position.lon())
            .array();
    return new SealedPlace(
        Base64.getEncoder().encodeToString(Seal.close(key, placeContext(id), plain)));
  }

  /** The coordinates; empty when the key has been erased. */
  public Optional<Position> open(RecordId id, SealedPlace place) {
    return findKey(id)
        .map(key -> Seal.open(key, placeContext(id), Base64.getDecoder().decode(place.value())))
        .map(ByteBuffer::wrap)
        .map(plain -> new Position(plain.getDouble(), plain.getDouble()));
  }

  private static boolean belongsTo(Connection connection, RecordId id, AreaId area)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from record.entry where id = ? and area = ?")) {
      select.setObject(1, id.value());
      select.setString(2, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private Optional<byte[]> findKey(RecordId id) {
    synchronized (keys) {
      byte[] known = keys.get(id.value());
      if (known != null) {
        return Optional.of(known);
      }
    }
    // Reading the entry remembers its key.
    return find(id).flatMap(body -> remembered(id));
  }

  private Optional<byte[]> remembered(RecordId id) {
    synchronized (keys) {
      return Optional.ofNullable(keys.get(id.value()));
    }
  }

  private void remember(RecordId id, byte[] key) {
    synchronized (keys) {
      keys.put(id.value(), key);
    }
  }

  private static String keyContext(RecordId id) {
    return "key:" + id.value();
  }

  private static String bodyContext(RecordId id) {
    return "body:" + id.value();
  }

  private static String placeContext(RecordId id) {
    return "place:" + id.value();
  }
}
