package org.doorstep.dispatch.shell.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.doorstep.dispatch.model.PatientId;

/** The keys of patients in the record, one each, sealed under the master key. */
final class PatientKeys {
  private final MasterKey master;

  PatientKeys(MasterKey master) {
    this.master = master;
  }

  /**
   * The key of a patient, made where there is none yet.
   *
   * @return empty where it has been erased
   */
  Optional<byte[]> findOrMake(Connection connection, String area, PatientId patient)
      throws SQLException {
    String sql =
        "insert into record.patient_key (area, incident, patient, sealed_key) values (?, ?, ?, ?)"
            + " on conflict do nothing";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, area, patient);
      insert.setBytes(4, Seal.close(master.bytes(), context(area, patient), Seal.newKey()));
      insert.executeUpdate();
    }
    return find(connection, area, patient);
  }

  /** The key of a patient; empty where there is none, or where it has been erased. */
  Optional<byte[]> find(Connection connection, String area, PatientId patient) throws SQLException {
    String sql =
        "select sealed_key from record.patient_key where area = ? and incident = ? and patient = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, area, patient);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getBytes(1))
                .map(key -> Seal.open(master.bytes(), context(area, patient), key))
            : Optional.empty();
      }
    }
  }

  void erase(Connection connection, String area, PatientId patient) throws SQLException {
    String sql =
        "insert into record.patient_key (area, incident, patient, sealed_key)"
            + " values (?, ?, ?, null)"
            + " on conflict (area, incident, patient) do update set sealed_key = null";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, area, patient);
      update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, String area, PatientId patient)
      throws SQLException {
    statement.setString(1, area);
    statement.setLong(2, patient.incident().value());
    statement.setInt(3, patient.number());
  }

  private static String context(String area, PatientId patient) {
    return "patient:%s/%d/%d".formatted(area, patient.incident().value(), patient.number());
  }
}
