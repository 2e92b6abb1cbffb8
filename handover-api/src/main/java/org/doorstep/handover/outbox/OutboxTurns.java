package org.doorstep.handover.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;

/**
 * Whose turn it is to be sent. Blocks; thread-safe, over any number of nodes.
 *
 * <p>Receivers that have something waiting are found one after the other by leaping through an
 * index, so that one which is away is passed over in one step, however much waits for it. Of each
 * of the others the first few are looked at, of which the one that has waited longest is taken; a
 * few, because another node may just hold the first. Costs two steps of an index for each receiver
 * with something waiting, and one for each message that is due but stands behind one of the same
 * patient.
 */
final class OutboxTurns {
  // Written so that the database has no choice but the way meant, whatever it knows of the table:
  // steps are materialized, the candidates are fetched by their ids (the states are named the other
  // way round, or it would scan the index of all that wait), and the comparison with the head of
  // the
  // lane is no equality, which it could be, or the whole would count as so costly that it is
  // compiled each time.
  private static final String TAKE =
      """
      with recursive receiver as (
        (select channel, address from message.outgoing
          where area = ? and state in ('waiting', 'sent') order by channel, address limit 1)
        union all
        select n.channel, n.address from receiver r cross join lateral (
          select o.channel, o.address from message.outgoing o
          where o.area = ? and o.state in ('waiting', 'sent')
            and (o.channel, o.address) > (r.channel, r.address)
          order by o.channel, o.address limit 1) n),
      present as materialized (
        select r.channel, r.address from receiver r
        where not exists (select 1 from message.receiver_away a
          where a.area = ? and a.channel = r.channel and a.address = r.address
            and a.next_attempt_at > ?)),
      candidate as materialized (
        select c.id from present r cross join lateral (
          select o.id from message.outgoing o
          where o.area = ? and o.channel = r.channel and o.address = r.address
            and o.state in ('waiting', 'sent') and o.next_attempt_at <= ?
            and o.place <= (select e.place from message.outgoing e
              where e.area = o.area and e.patient = o.patient
                and e.channel = o.channel and e.address = o.address
                and e.state in ('waiting', 'sent', 'refused', 'dead')
              order by e.place limit 1)
          order by o.next_attempt_at, o.place limit 4) c),
      next as (
        select o.id, o.channel, o.address from message.outgoing o
        where o.id = any (array (select id from candidate))
          and o.state not in ('received', 'refused', 'dead', 'by-hand')
          and o.next_attempt_at <= ?
        order by o.next_attempt_at, o.place limit 1 for update of o skip locked),
      probe as (
        update message.receiver_away r set next_attempt_at = ? from next
        where r.area = ? and r.channel = next.channel and r.address = next.address)
      update message.outgoing set attempts = attempts + 1, next_attempt_at = ?, state = 'waiting',
        told = case when state = 'sent' then 'waiting' else told end
      where id = (select id from next) returning\s""";

  private final DataSource database;
  private final AreaId area;
  private final OutboxStore store;

  OutboxTurns(DataSource database, AreaId area, OutboxStore store) {
    this.database = database;
    this.area = area;
    this.store = store;
  }

  /**
   * Takes the next message whose time has come, so that nobody else takes it before the lease is
   * over. A taken one without an answer in time is taken again. Who has waited longest goes first;
   * a receiver that is away is asked by one message at a time.
   */
  Optional<OutboxEntry> take(Instant now, Instant leaseUntil) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(TAKE + OutboxStore.COLUMNS)) {
      update.setString(1, area.value());
      update.setString(2, area.value());
      update.setString(3, area.value());
      update.setTimestamp(4, Timestamp.from(now));
      update.setString(5, area.value());
      update.setTimestamp(6, Timestamp.from(now));
      update.setTimestamp(7, Timestamp.from(now));
      update.setTimestamp(8, Timestamp.from(leaseUntil));
      update.setString(9, area.value());
      update.setTimestamp(10, Timestamp.from(leaseUntil));
      return store.entries(update).stream().findFirst();
    } catch (SQLException e) {
      throw store.fault("take", e);
    }
  }

  /**
   * Makes exceptions of pre-alerts that wait since before a time; one that a person has sent anew
   * waits since then.
   *
   * @return how many
   */
  int giveUpWarnings(Instant before, String fault) {
    String sql =
        """
        update message.outgoing set state = 'dead', fault = ?
        where area = ? and kind = 'PRE_ALERT' and state = 'waiting' and enqueued_at <= ?
          and (attempts > 0 or next_attempt_at <= ?)""";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, fault);
      update.setString(2, area.value());
      update.setTimestamp(3, Timestamp.from(before));
      update.setTimestamp(4, Timestamp.from(before));
      return update.executeUpdate();
    } catch (SQLException e) {
      throw store.fault("give up", e);
    }
  }
}
