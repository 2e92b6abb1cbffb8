package org.doorstep.server.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.simulator.report.Recontact;
import org.doorstep.simulator.report.Recontact.Known;

/** What became of the patients of an area, as far as the log has been followed. Blocks. */
public final class OutcomeStore {
  private static final int OWN_MAX = 500;
  private static final String MINE =
      """
      select coalesce(a.chosen_at, a.opened_at) as decided_at, a.*,
        array(select array[r.table_id, r.version, r.rule] from outcome.rule_use r
          where r.area = a.area and r.incident = a.incident and r.number = a.number
          order by r.table_id) as rules
      from outcome.after a
      where a.area = ? and (a.chosen_by = ? or a.assessed_by = ?) and a.opened_at >= ?
      order by decided_at desc limit ?""";
  private static final String RULES =
      """
      select r.table_id, r.version, r.rule, count(*) as patients,
        count(*) filter (where not a.conveyed) as not_conveyed,
        count(*) filter (where not a.conveyed and a.again_24h = 'YES') as again_24h,
        count(*) filter (where not a.conveyed and a.again_72h = 'YES') as again_72h,
        count(*) filter (where not a.conveyed and a.ed_7d = 'YES') as ed_7d,
        count(*) filter (where not a.conveyed
          and 'TOO_EARLY' in (a.again_72h, a.ed_7d)) as too_early,
        count(*) filter (where not a.conveyed and a.again_72h = 'UNKNOWN') as unknown
      from outcome.after a join outcome.rule_use r using (area, incident, number)
      where a.area = ? and a.opened_at >= ? and a.closed_at is not null and a.counts
      group by 1, 2, 3 order by 1, 2, 3""";
  private static final String UNMET =
      """
      select u.kind, u.service, u.need, u.reason,
        extract(isodow from u.at at time zone ?)::int as weekday,
        extract(hour from u.at at time zone ?)::int as hour, count(*) as times,
        count(*) filter (where p.ed_at is not null and p.ed_at >= u.at) as to_ed
      from outcome.unmet u join outcome.shown p using (area, incident, number)
      where u.area = ? and u.at >= ?
      group by 1, 2, 3, 4, 5, 6 order by 2, 3, 1, 4, 5, 6""";

  private final DataSource database;
  private final AreaId area;

  /** Outcomes of an area in the schema {@code outcome}. */
  public OutcomeStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** Whether a database has outcomes at all. */
  public static boolean isThere(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('outcome.after') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** One question. */
  private interface Question<T> {
    T of(PreparedStatement select) throws SQLException;
  }

  private <T> T ask(String sql, Question<T> question) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      return question.of(select);
    } catch (SQLException e) {
      throw new OutcomeFault("What became of patients cannot be read.", e);
    }
  }

  /** The time of the log up to which everything is known; empty before the first event. */
  public Optional<Instant> reachedAt() {
    return ask(
        "select reached_at from outcome.projection where area = ?",
        select -> {
          select.setString(1, area.value());
          try (ResultSet row = select.executeQuery()) {
            return row.next()
                ? Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)
                : Optional.empty();
          }
        });
  }

  /** What is known of a patient afterwards. */
  public Recontact recontact(PatientId patient) {
    return ask(
        "select again_24h, again_72h, ed_7d from outcome.after"
            + " where area = ? and incident = ? and number = ?",
        select -> {
          select.setString(1, area.value());
          select.setLong(2, patient.incident().value());
          select.setInt(3, patient.number());
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? recontact(row) : Recontact.UNKNOWN;
          }
        });
  }

  private static Recontact recontact(ResultSet row) throws SQLException {
    return new Recontact(
        Known.valueOf(row.getString("again_24h")),
        Known.valueOf(row.getString("again_72h")),
        Known.valueOf(row.getString("ed_7d")));
  }

  /** The patients for whom somebody has assessed or chosen since a moment, the latest first. */
  public List<OwnOutcome> mine(Actor actor, Instant since) {
    return ask(
        MINE,
        select -> {
          select.setString(1, area.value());
          select.setString(2, actor.value());
          select.setString(3, actor.value());
          select.setTimestamp(4, Timestamp.from(since));
          select.setInt(5, OWN_MAX);
          List<OwnOutcome> mine = new ArrayList<>();
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              mine.add(own(row));
            }
          }
          return mine;
        });
  }

  private static OwnOutcome own(ResultSet row) throws SQLException {
    return new OwnOutcome(
        row.getTimestamp("decided_at").toInstant(),
        row.getString("category"),
        new OwnOutcome.Chosen(
            Optional.ofNullable(row.getString("disposition")),
            Optional.ofNullable(row.getString("destination")),
            row.getBoolean("conveyed"),
            row.getTimestamp("ed_at") != null),
        rules(row),
        recontact(row),
        new OwnOutcome.Taken(
            Optional.ofNullable(row.getString("referral_state")),
            Optional.ofNullable(row.getString("handover_state"))));
  }

  /** With the patient, so that no second question is asked while this one is read. */
  private static List<OwnOutcome.Rule> rules(ResultSet row) throws SQLException {
    List<OwnOutcome.Rule> rules = new ArrayList<>();
    for (Object each : (Object[]) row.getArray("rules").getArray()) {
      Object[] rule = (Object[]) each;
      rules.add(
          new OwnOutcome.Rule(
              String.valueOf(rule[0]), String.valueOf(rule[1]), String.valueOf(rule[2])));
    }
    return rules;
  }

  /** What became of patients by the row that decided, of incidents opened since a moment. */
  public List<RuleOutcome> rules(Instant since) {
    return ask(
        RULES,
        select -> {
          select.setString(1, area.value());
          select.setTimestamp(2, Timestamp.from(since));
          List<RuleOutcome> rules = new ArrayList<>();
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              rules.add(rule(row));
            }
          }
          return rules;
        });
  }

  private static RuleOutcome rule(ResultSet row) throws SQLException {
    return new RuleOutcome(
        row.getString("table_id"),
        row.getString("version"),
        row.getString("rule"),
        Optional.of(row.getLong("patients")),
        Optional.of(row.getLong("not_conveyed")),
        new RuleOutcome.Returned(
            Optional.of(row.getLong("again_24h")),
            Optional.of(row.getLong("again_72h")),
            Optional.of(row.getLong("ed_7d")),
            Optional.of(row.getLong("too_early")),
            Optional.of(row.getLong("unknown"))));
  }

  /**
   * What was wanted and could not be had since a moment.
   *
   * @param zone of the hours of the week, as in {@code Europe/London}
   */
  public List<UnmetNeed> unmet(Instant since, String zone) {
    return ask(
        UNMET,
        select -> {
          select.setString(1, zone);
          select.setString(2, zone);
          select.setString(3, area.value());
          select.setTimestamp(4, Timestamp.from(since));
          List<UnmetNeed> needs = new ArrayList<>();
          try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
              needs.add(need(row));
            }
          }
          return needs;
        });
  }

  private static UnmetNeed need(ResultSet row) throws SQLException {
    return new UnmetNeed(
        new UnmetNeed.What(
            row.getString("kind"),
            Optional.ofNullable(row.getString("service")),
            Optional.ofNullable(row.getString("need")),
            Optional.ofNullable(row.getString("reason"))),
        row.getInt("weekday"),
        row.getInt("hour"),
        row.getLong("times"),
        row.getLong("to_ed"));
  }
}
