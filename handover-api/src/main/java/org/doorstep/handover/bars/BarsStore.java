package org.doorstep.handover.bars;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.jspecify.annotations.Nullable;

/** The schema {@code message}: what was received, and which request became which incident. */
final class BarsStore {
  private static final int KNOWN_MAX = 20;

  private final DataSource database;
  private final IncidentRecord record;
  private final AreaId area;

  BarsStore(DataSource database, IncidentRecord record, AreaId area) {
    this.database = database;
    this.record = record;
    this.area = area;
  }

  /** A body as it came in; its bytes are in the incident record. */
  record Received(UUID id, Instant at, Optional<UUID> entry, int bytes, String identity) {}

  /**
   * That somebody works, or has worked, on a request.
   *
   * @param at when it was first claimed; the time of its commands
   * @param done what it became, if it has become something
   */
  record Claim(Instant at, Optional<IncidentId> target, Optional<BarsAcceptance> done) {}

  /**
   * An incident that an earlier message has become.
   *
   * @param sameRequest whether it is this very request, else another of the same journey
   */
  record Known(IncidentId incident, Optional<Category> category, boolean sameRequest) {}

  void keep(Received received) {
    String sql =
        "insert into message.received (id, area, received_at, entry, bytes, identity)"
            + " values (?, ?, ?, ?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, received.id());
      insert.setString(2, area.value());
      insert.setTimestamp(3, Timestamp.from(received.at()));
      insert.setObject(4, received.entry().orElse(null), Types.OTHER);
      insert.setInt(5, received.bytes());
      insert.setString(6, received.identity());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw fault("keep", e);
    }
  }

  void settle(UUID received, String outcome, Optional<IncidentId> incident, int httpStatus) {
    String sql =
        "update message.received set outcome = ?, incident = ?, http_status = ? where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, outcome);
      update.setObject(2, incident.map(IncidentId::value).orElse(null), Types.BIGINT);
      update.setInt(3, httpStatus);
      update.setObject(4, received);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("settle", e);
    }
  }

  /**
   * Claims a request; whoever claims it later, anywhere, gets the first one's claim.
   *
   * @param entry where the body lies as it came
   */
  Claim claim(BarsMessage message, Optional<IncidentId> target, Instant at, UUID entry) {
    String sql =
        "insert into message.request"
            + " (area, identity, sender, keys, journey, use_case, category, claimed_at, target,"
            + " request_id, message, purpose, status, entry, finders)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    String identity = message.envelope().digest();
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        insert.setString(1, area.value());
        insert.setString(2, identity);
        insert.setString(3, message.envelope().sender());
        insert.setArray(4, connection.createArrayOf("text", message.request().keys().toArray()));
        insert.setString(5, message.request().journey().id().orElse(null));
        insert.setString(6, message.request().useCase().orElse(null));
        insert.setString(7, message.content().category().map(Category::name).orElse(null));
        insert.setTimestamp(8, Timestamp.from(at));
        insert.setObject(9, target.map(IncidentId::value).orElse(null), Types.BIGINT);
        insert.setString(10, message.request().id());
        insert.setString(11, message.envelope().bundle().orElse(null));
        insert.setString(12, message.request().purpose().name());
        insert.setString(13, status(message).name());
        insert.setObject(14, entry, Types.OTHER);
        insert.setArray(15, connection.createArrayOf("text", finders(message)));
        insert.executeUpdate();
      }
      return read(connection, identity)
          .orElseThrow(() -> new IllegalStateException("A claim was written and is gone."));
    } catch (SQLException e) {
      throw fault("claim", e);
    }
  }

  private String[] finders(BarsMessage message) {
    return message.content().people().finders().stream()
        .map(finder -> BarsRequests.digest(record, finder))
        .toArray(String[]::new);
  }

  /** What a message takes back for a reason is taken back, whatever status it names. */
  private static BarsRequest.Status status(BarsMessage message) {
    boolean isDeleted = message.envelope().reason() == BarsEnvelope.Reason.DELETE;
    return isDeleted && message.request().status() == BarsRequest.Status.ACTIVE
        ? BarsRequest.Status.ENTERED_IN_ERROR
        : message.request().status();
  }

  /** Puts down which command is about to be given, so that its event is known to be of it. */
  void giving(String identity, CommandId command) {
    String sql = "update message.request set command = ? where area = ? and identity = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, command.value(), Types.OTHER);
      update.setString(2, area.value());
      update.setString(3, identity);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("give", e);
    }
  }

  Optional<Claim> find(String identity) {
    try (Connection connection = database.getConnection()) {
      return read(connection, identity);
    } catch (SQLException e) {
      throw fault("find", e);
    }
  }

  void finish(String identity, BarsAcceptance.Way way, IncidentId incident) {
    String sql =
        "update message.request set way = ?, incident = ?"
            + " where area = ? and identity = ? and incident is null";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, way.code());
      update.setLong(2, incident.value());
      update.setString(3, area.value());
      update.setString(4, identity);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("finish", e);
    }
  }

  /**
   * The incidents that a message may be about: of the same request first, then of the same journey;
   * of the same use case first; the latest first. Each incident once.
   */
  List<Known> listKnown(BarsMessage message) {
    String sql =
        "select incident, category, same from (select incident, category, use_case, claimed_at,"
            + " identity, keys && ? and sender = ? as same, journey = ? as along"
            + " from message.request where area = ? and incident is not null and identity <> ?) r"
            + " where same or along order by same desc, (use_case is not distinct from ?) desc,"
            + " claimed_at desc, identity limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", message.request().keys().toArray()));
      select.setString(2, message.envelope().sender());
      select.setString(3, message.request().journey().id().orElse(null));
      select.setString(4, area.value());
      select.setString(5, message.envelope().digest());
      select.setString(6, message.request().useCase().orElse(null));
      select.setInt(7, KNOWN_MAX);
      return known(select);
    } catch (SQLException e) {
      throw fault("match", e);
    }
  }

  private static List<Known> known(PreparedStatement select) throws SQLException {
    List<Known> known = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        IncidentId incident = new IncidentId(row.getLong(1));
        if (known.stream().noneMatch(k -> k.incident().equals(incident))) {
          Optional<Category> category =
              Optional.ofNullable(row.getString(2)).map(Category::valueOf);
          known.add(new Known(incident, category, row.getBoolean(3)));
        }
      }
    }
    return known;
  }

  private Optional<Claim> read(Connection connection, String identity) throws SQLException {
    String sql =
        "select claimed_at, target, way, incident from message.request"
            + " where area = ? and identity = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setString(2, identity);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(claim(row)) : Optional.empty();
      }
    }
  }

  private Claim claim(ResultSet row) throws SQLException {
    Instant at = row.getTimestamp(1).toInstant();
    @Nullable Long target = row.getObject(2, Long.class);
    @Nullable String way = row.getString(3);
    @Nullable Long incident = row.getObject(4, Long.class);
    Optional<BarsAcceptance> done =
        way == null || incident == null
            ? Optional.empty()
            : Optional.of(
                new BarsAcceptance(BarsAcceptance.Way.of(way), area, new IncidentId(incident), at));
    return new Claim(at, Optional.ofNullable(target).map(IncidentId::new), done);
  }

  private BarsStoreFault fault(String what, SQLException e) {
    return new BarsStoreFault(
        "The messages of (%s) cannot be stored or read (%s).".formatted(area.value(), what), e);
  }
}
