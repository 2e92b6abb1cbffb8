package org.doorstep.dispatch.shell.shelf;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.wire.RecordJson;
import org.jspecify.annotations.Nullable;

/** What shadows of an area have shown, in the schema {@code protocol}. Blocks; thread-safe. */
public final class ShadowStore {
  /** As many differences as a page shows; totals count them all. */
  public static final int DIFFERENCES_MAX = 200;

  private final DataSource database;
  private final AreaId area;

  /** One asking of one table in the shadow. */
  record Asking(RecordId record, PatientId patient, TableVersion version, Instant at) {}

  /** How askings ended; codes of the column. */
  private enum Outcome {
    SAME,
    DIFFERENT,
    FAILED
  }

  /** The shadows of an area. */
  public ShadowStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** Keeps what an asking has shown, once; a repeat of the assessment counts no second time. */
  void keep(Asking asking, Decided before, Decided after) {
    List<DecidedChange> changes = before.changes(after);
    if (changes.isEmpty()) {
      insert(asking, Outcome.SAME, "", null, null);
    } else {
      String words = changes.stream().map(Enum::name).collect(Collectors.joining(" "));
      insert(asking, Outcome.DIFFERENT, words, json(before), json(after));
    }
  }

  void keepFailed(Asking asking) {
    insert(asking, Outcome.FAILED, "", null, null);
  }

  private void insert(
      Asking asking,
      Outcome outcome,
      String changes,
      @Nullable String before,
      @Nullable String after) {
    String sql =
        "insert into protocol.shadow_answer (area, record, table_id, sha256, asked_at, incident,"
            + " patient, outcome, changes, before, after) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setObject(2, asking.record().value());
      insert.setString(3, asking.version().kind().id());
      insert.setString(4, asking.version().sha256());
      insert.setTimestamp(5, Timestamp.from(asking.at()));
      insert.setLong(6, asking.patient().incident().value());
      insert.setInt(7, asking.patient().number());
      insert.setString(8, outcome.name());
      insert.setString(9, changes);
      insert.setString(10, before);
      insert.setString(11, after);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new ShelfFault("What a shadow has shown cannot be kept.", e);
    }
  }

  /** The newest differences, newest first, of one version or of all. */
  public List<ShadowAnswer> differences(Optional<String> sha256) {
    String sql =
        "select record, incident, patient, asked_at, table_id, sha256, changes, before, after"
            + " from protocol.shadow_answer where area = ? and outcome = 'DIFFERENT'"
            + " and (cast(? as text) is null or sha256 = ?) order by asked_at desc, record limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setString(2, sha256.orElse(null));
      select.setString(3, sha256.orElse(null));
      select.setInt(4, DIFFERENCES_MAX);
      List<ShadowAnswer> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(answer(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new ShelfFault("What shadows have shown cannot be read.", e);
    }
  }

  /** The totals of every version that was ever asked in the shadow here, by table and hash. */
  public List<ShadowAnswer.Total> totals() {
    String sql =
        "select table_id, sha256, outcome, changes, count(*) from protocol.shadow_answer"
            + " where area = ? group by table_id, sha256, outcome, changes";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      Map<String, Sum> sums = new TreeMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String table = row.getString(1);
          String sha256 = row.getString(2);
          sums.computeIfAbsent(table + " " + sha256, key -> new Sum(table, sha256))
              .add(Outcome.valueOf(row.getString(3)), changes(row.getString(4)), row.getLong(5));
        }
      }
      return sums.values().stream().map(Sum::total).toList();
    } catch (SQLException e) {
      throw new ShelfFault("What shadows have shown cannot be counted.", e);
    }
  }

  /** Adds up the lines of one version. */
  private static final class Sum {
    private final String table;
    private final String sha256;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<DecidedChange, Long> kinds = new EnumMap<>(DecidedChange.class);

    Sum(String table, String sha256) {
      this.table = table;
      this.sha256 = sha256;
    }

    void add(Outcome outcome, List<DecidedChange> changes, long count) {
      outcomes.merge(outcome, count, Long::sum);
      changes.forEach(each -> kinds.merge(each, count, Long::sum));
    }

    ShadowAnswer.Total total() {
      return new ShadowAnswer.Total(
          table,
          sha256,
          outcomes.values().stream().mapToLong(Long::longValue).sum(),
          outcomes.getOrDefault(Outcome.DIFFERENT, 0L),
          outcomes.getOrDefault(Outcome.FAILED, 0L),
          kinds.entrySet().stream()
              .map(each -> new ShadowAnswer.Count(each.getKey(), each.getValue()))
              .toList());
    }
  }

  private static ShadowAnswer answer(ResultSet row) throws SQLException {
    return new ShadowAnswer(
        new RecordId(row.getObject(1, UUID.class)),
        new PatientId(new IncidentId(row.getLong(2)), row.getInt(3)),
        row.getTimestamp(4).toInstant(),
        row.getString(5),
        row.getString(6),
        changes(row.getString(7)),
        decided(row.getString(8)),
        decided(row.getString(9)));
  }

  private static List<DecidedChange> changes(String words) {
    return Stream.of(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(DecidedChange::valueOf)
        .toList();
  }

  private static String json(Decided decided) {
    return new String(RecordJson.write(decided), StandardCharsets.UTF_8);
  }

  private static Decided decided(String json) {
    return RecordJson.read(Decided.class, json.getBytes(StandardCharsets.UTF_8));
  }
}
