package org.doorstep.dispatch.shell.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.WireFault;

/**
 * Reads a whole log and says what is wrong with it: the chain of hashes, the columns beside it, and
 * what must always hold of units and incidents.
 *
 * <p>Written apart from the deciders: it looks at states, not at rules.
 */
public final class LogAudit {
  private static final int FINDINGS_MAX = 100;
  private static final int FETCH_ROWS = 1_000;

  private final DataSource database;
  private final AreaId area;
  private final AreaState state;
  private final List<String> findings = new ArrayList<>();
  private String expected = Hash.NONE;
  private long events;

  private LogAudit(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
    this.state = new AreaState(AreaSnapshot.empty(area));
  }

  /**
   * What an audit has found.
   *
   * @param events how many were read
   * @param findings what is wrong, at most a hundred; empty: the log is whole
   */
  public record Report(AreaId area, long events, List<String> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
      return findings.isEmpty();
    }
  }

  /** Audits the log of one area. */
  public static Report of(DataSource database, AreaId area) throws SQLException {
    LogAudit audit = new LogAudit(database, area);
    audit.readEvents();
    audit.compareLiveJobs();
    audit.requireReplies();
    return new Report(area, audit.events, audit.findings);
  }

  /** The areas that have a log here, in alphabetical order. */
  public static List<AreaId> areas(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select area from log.area order by area")) {
      List<AreaId> areas = new ArrayList<>();
      while (row.next()) {
        areas.add(new AreaId(row.getString(1)));
      }
      return areas;
    }
  }

  private void readEvents() throws SQLException {
    String sql =
        "select sequence, kind, body, hash from log.event where area = ? order by sequence";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      select.setFetchSize(FETCH_ROWS);
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next() && findings.size() < FINDINGS_MAX) {
          check(row.getLong(1), row.getString(2), row.getBytes(3), row.getBytes(4));
        }
      }
      connection.rollback();
    }
  }

  private void check(long sequence, String kind, byte[] body, byte[] hash) {
    events++;
    if (!Arrays.equals(Hash.of(body), hash)) {
      find("Event (%d): its bytes do not have the stored hash.", sequence);
    }
    try {
      EventJson.Chained chained = EventJson.read(body);
      if (!chained.previous().equals(expected)) {
        find("Event (%d): it does not name the hash of the event before it.", sequence);
      }
      if (chained.logged().sequence() != sequence
          || !Family.nameOf(chained.logged().event()).equals(kind)) {
        find("Event (%d): its columns say something else than its bytes.", sequence);
      }
      state.evolve(chained.logged());
      requireInvariants(sequence);
    } catch (WireFault | IllegalStateException e) {
      findings.add("Event (%d): it cannot be applied: %s".formatted(sequence, e.getMessage()));
    }
    expected = LogHead.of(sequence, hash).hash();
  }

  private void requireInvariants(long sequence) {
    state.touchedUnits().stream()
        .flatMap(id -> state.findUnit(id).stream())
        .flatMap(unit -> unit.job().stream())
        .filter(job -> state.findIncident(job.incident()).isEmpty())
        .forEach(job -> find("Event (%d): a unit is on a job of a closed incident.", sequence));
    TreeSet<String> seen = new TreeSet<>();
    state.touchedIncidents().stream()
        .flatMap(id -> state.findIncident(id).stream())
        .map(Incident::response)
        .flatMap(response -> response.jobs().stream())
        .forEach(job -> requireOneJob(sequence, job, seen));
  }

  private void requireOneJob(long sequence, Job job, Set<String> seen) {
    boolean same =
        state.findUnit(job.unit()).flatMap(ClinicalUnit::job).filter(job::equals).isPresent();
    if (!same || !seen.add(job.unit().value())) {
      find("Event (%d): a unit has two live jobs, or a job that it does not know.", sequence);
    }
  }

  private void compareLiveJobs() throws SQLException {
    TreeSet<Long> fromEvents = new TreeSet<>();
    state.listUnits().stream()
        .flatMap(unit -> unit.job().stream())
        .forEach(job -> fromEvents.add(job.id().value()));
    TreeSet<Long> projected = new TreeSet<>();
    String sql = "select job from log.live_job where area = ? and ended_by is null";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          projected.add(row.getLong(1));
        }
      }
    }
    if (!projected.equals(fromEvents)) {
      find("The live jobs beside the log differ from those in it, after event (%d).", events);
    }
  }

  private void requireReplies() throws SQLException {
    String sql =
        "select count(*) from log.event e where e.area = ? and not exists"
            + " (select 1 from log.command c where c.area = e.area and c.id = e.command)"
            + " and e.at > now() - interval '29 days'";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          find("(%d) recent events have no stored reply to their command.", row.getLong(1));
        }
      }
    }
  }

  private void find(String message, long number) {
    findings.add(message.formatted(number));
  }
}
