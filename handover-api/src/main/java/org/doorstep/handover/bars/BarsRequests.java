package org.doorstep.handover.bars;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.jspecify.annotations.Nullable;

/**
 * The requests that one area has received, to be answered and read. Blocks: for worker threads
 * only. Thread-safe.
 */
public final class BarsRequests {
  private static final int VERSIONS_MAX = 500;
  private static final String COLUMNS =
      "identity, sender, request_id, message, purpose, use_case, status, entry, claimed_at,"
          + " command, incident";

  private final DataSource database;
  private final IncidentRecord record;
  private final AreaId area;

  /**
   * The requests of one area.
   *
   * @param database with the schemas {@code message} and {@code record} in place
   */
  public BarsRequests(DataSource database, IncidentRecord record, AreaId area) {
    this.database = database;
    this.record = record;
    this.area = area;
  }

  /** The requests that an incident has come of, or that were added to it; the oldest first. */
  public List<BarsCase> listOf(IncidentId incident) {
    return list("incident = ?", select -> select.setLong(2, incident.value()));
  }

  /** Those of one id, of all senders, on whatever incident: senders reuse ids. */
  public List<BarsCase> listById(String request) {
    return listByKey(request.toLowerCase(Locale.ROOT));
  }

  /**
   * Those that carry an identifier.
   *
   * @param key as {@link BarsRequest#keys()}, {@code system|value} in lower case
   */
  public List<BarsCase> listByKey(String key) {
    return list(
        "keys @> array[?]::text[] and incident is not null", select -> select.setString(2, key));
  }

  /** Those with this identifier value, whatever its system. */
  public List<BarsCase> listByValue(String value) {
    return list(
        "exists (select 1 from unnest(keys) k where split_part(k, '|', 2) = ?)"
            + " and incident is not null",
        select -> select.setString(2, value));
  }

  /**
   * Those about a patient.
   *
   * @param finder as {@link BarsContent.People#finders()}
   */
  public List<BarsCase> listByFinder(String finder) {
    String digest = digest(record, finder);
    return list(
        "finders @> array[?]::text[] and incident is not null",
        select -> select.setString(2, digest));
  }

  /** The body of a version as it came; empty when its key has been erased. */
  public Optional<byte[]> findBody(BarsVersion version) {
    return record.find(version.entry());
  }

  /**
   * Puts down which incident a command of a message has led to, where a process ended before it
   * could.
   */
  public void adopt(CommandId command, boolean opened, IncidentId incident) {
    String sql =
        "update message.request set way = ?, incident = ?"
            + " where area = ? and command = ? and incident is null";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      BarsAcceptance.Way way = opened ? BarsAcceptance.Way.OPENED : BarsAcceptance.Way.ADDED;
      update.setString(1, way.code());
      update.setLong(2, incident.value());
      update.setString(3, area.value());
      update.setObject(4, command.value(), Types.OTHER);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("adopt", e);
    }
  }

  static String digest(IncidentRecord record, String finder) {
    return record.fingerprint("bars-finder", finder.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the second parameter of a query. */
  private interface Binding {
    void set(PreparedStatement select) throws SQLException;
  }

  private List<BarsCase> list(String condition, Binding binding) {
    String sql =
        "select "
            + COLUMNS
            + " from message.request where area = ? and request_id is not null and entry is not null"
            + " and ("
            + condition
            + ") order by place desc limit "
            + VERSIONS_MAX;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      binding.set(select);
      List<BarsVersion> versions = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          versions.add(0, version(row));
        }
      }
      return cases(versions);
    } catch (SQLException e) {
      throw fault("list", e);
    }
  }

  private static List<BarsCase> cases(List<BarsVersion> versions) {
    Map<String, List<BarsVersion>> grouped = new LinkedHashMap<>();
    for (BarsVersion version : versions) {
      String key = version.names().sender() + "\n" + version.names().request();
      grouped.computeIfAbsent(key, none -> new ArrayList<>()).add(version);
    }
    return grouped.values().stream()
        .map(
            each -> new BarsCase(each.get(0).names().sender(), each.get(0).names().request(), each))
        .toList();
  }

  private static BarsVersion version(ResultSet row) throws SQLException {
    @Nullable UUID command = row.getObject("command", UUID.class);
    @Nullable Long incident = row.getObject("incident", Long.class);
    return new BarsVersion(
        new BarsVersion.Names(
            row.getString("identity"),
            row.getString("sender"),
            row.getString("request_id"),
            Optional.ofNullable(row.getString("message"))),
        new BarsVersion.Asked(
            BarsRequest.Purpose.valueOf(row.getString("purpose")),
            Optional.ofNullable(row.getString("use_case")),
            BarsRequest.Status.valueOf(row.getString("status"))),
        new RecordId(row.getObject("entry", UUID.class)),
        row.getTimestamp("claimed_at").toInstant(),
        Optional.ofNullable(command).map(CommandId::new),
        Optional.ofNullable(incident).map(IncidentId::new));
  }

  private BarsStoreFault fault(String what, SQLException e) {
    return new BarsStoreFault(
        "The requests of (%s) cannot be read (%s).".formatted(area.value(), what), e);
  }
}
