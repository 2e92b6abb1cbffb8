package org.doorstep.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.Answered;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.server.TestServer;

/** What the nodes have answered, held against what the log has. Thread-safe. */
final class Ledger {
  private final Map<UUID, Entry> entries = new ConcurrentSkipListMap<>();

  /**
   * An answer that a client got.
   *
   * @param node who gave it
   * @param accepted whether the command was done; else it was refused by the rules
   * @param sequence the event that the answer names
   * @param asked when the command was first sent, {@code tried} when it was sent to this node, and
   *     {@code answered} when its answer came, all by {@link System#nanoTime}
   */
  record Entry(int node, boolean accepted, long sequence, long asked, long tried, long answered) {}

  void put(UUID command, Entry entry) {
    entries.put(command, entry);
  }

  int size() {
    return entries.size();
  }

  /** How many commands a node has answered that were sent to it after an instant. */
  long countOf(int node, long triedAfter) {
    return entries.values().stream()
        .filter(entry -> entry.node() == node && entry.tried() > triedAfter)
        .count();
  }

  /** The latest event that an answer has named. */
  long latest() {
    return entries.values().stream().mapToLong(Entry::sequence).max().orElse(0);
  }

  /**
   * Waits for the first answer of some nodes to a command that was sent after an instant, and says
   * how long after.
   */
  Duration awaitFirstAnswerAfter(long instant, List<Integer> nodes) throws InterruptedException {
    Await.until("another node decides", () -> findFirstAnswer(instant, nodes).isPresent());
    return Duration.ofNanos(findFirstAnswer(instant, nodes).orElseThrow() - instant);
  }

  private Optional<Long> findFirstAnswer(long askedAfter, List<Integer> nodes) {
    return entries.values().stream()
        .filter(entry -> entry.asked() > askedAfter && nodes.contains(entry.node()))
        .map(Entry::answered)
        .min(Long::compare);
  }

  /** Waits until so many more have been answered. */
  void awaitMore(int answers) throws InterruptedException {
    int before = size();
    Await.until("the load goes on", () -> size() > before + answers);
  }

  /** Every answer stands in the log, once, and the log is whole. */
  void requireExactlyOnce(String what, Database database) throws SQLException, LogFault {
    AreaLog log = new AreaLog(database.dataSource(), TestServer.AREA);
    List<CommandId> ids = new ArrayList<>();
    entries.keySet().forEach(id -> ids.add(new CommandId(id)));
    Map<UUID, Answered> stored = log.findAnswers(ids);
    LogAudit.Report report = LogAudit.of(database.dataSource(), TestServer.AREA);
    long accepted = entries.values().stream().filter(Entry::accepted).count();
    long twice = number(database, TWICE);
    long jobs = number(database, "select count(*) from log.live_job");
    System.out.printf(
        "%s: %d commands answered (%d done, %d refused), %d lost, %d doubled, %d units sent, %d events, %d findings%n",
        what,
        entries.size(),
        accepted,
        entries.size() - accepted,
        entries.size() - stored.size(),
        twice,
        jobs,
        report.events(),
        report.findings().size());

    assertThat(report.findings()).isEmpty();
    Map<UUID, String> told = new TreeMap<>();
    entries.forEach((id, entry) -> told.put(id, entry.sequence() + " " + entry.accepted()));
    Map<UUID, String> kept = new TreeMap<>();
    stored.forEach(
        (id, answered) ->
            kept.put(
                id, answered.reply().sequence() + " " + answered.reply().rejection().isEmpty()));
    assertThat(kept).isEqualTo(told);
    assertThat(twice).isZero();
  }

  private static final String TWICE =
      "select count(*) from (select 1 from log.event"
          + " where kind in ('UnitSignedOn', 'IncidentOpened', 'UnitAssigned', 'UnitStoodDown')"
          + " group by command, kind having count(*) > 1) doubled";

  private static long number(Database database, String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
