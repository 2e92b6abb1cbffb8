package org.doorstep.simulator.optimise;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.RecordFile;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterChange;
import org.doorstep.simulator.scenario.RosterLine;

/**
 * A scenario file that says what another says, with the posts, changes and added lines of another
 * fleet: what {@code simulate} reads.
 */
public final class FleetText {
  private FleetText() {}

  /**
   * The text.
   *
   * @param below the scenario that it stands on: {@code base: NAME} of one that ships, or the text
   *     of a file, which is kept
   * @param name what the scenario is called
   */
  public static String of(Source below, String name, Fleet fleet) {
    return RecordFile.over(below, new Source(name, changes(name, fleet)));
  }

  /**
   * The text, with another share of those who are treated at the scene.
   *
   * @param movedPercent for {@code work.care.moved}, which the scenario has
   */
  public static String of(Source below, String name, Fleet fleet, double movedPercent) {
    String share = "work: {care: {moved: {percent: %s}}}\n".formatted(number(movedPercent));
    return RecordFile.over(below, new Source(name, changes(name, fleet) + share));
  }

  private static String changes(String name, Fleet fleet) {
    StringBuilder text = new StringBuilder("name: %s\n".formatted(quoted(name)));
    text.append("fleet:\n");
    fleet.posts().ifPresent(posts -> rows(text, "posts", posts, FleetText::post));
    fleet.changes().ifPresent(changes -> changes(text, changes));
    fleet.added().ifPresent(added -> rows(text, "added", added, FleetText::line));
    boolean same = fleet.posts().isEmpty() && fleet.changes().isEmpty() && fleet.added().isEmpty();
    if (same) {
      text.setLength(text.length() - "fleet:\n".length());
    }
    return text.toString();
  }

  private interface Written<T> {
    String of(T each);
  }

  private static <T> void rows(StringBuilder to, String key, List<T> rows, Written<T> written) {
    if (rows.isEmpty()) {
      to.append("  %s: []\n".formatted(key));
      return;
    }
    to.append("  %s:\n".formatted(key));
    for (T row : rows) {
      to.append("    - {%s}\n".formatted(written.of(row)));
    }
  }

  private static void changes(StringBuilder to, Map<String, RosterChange> changes) {
    to.append("  changes:\n");
    changes.forEach((sign, change) -> to.append("    %s: {%s}\n".formatted(sign, change(change))));
  }

  private static String post(Base post) {
    return "name: %s, lat: %s, lon: %s"
        .formatted(quoted(post.name()), number(post.lat()), number(post.lon()));
  }

  private static String change(RosterChange change) {
    List<String> said = new ArrayList<>();
    change.crews().ifPresent(crews -> said.add("crews: %d".formatted(crews)));
    change.base().ifPresent(base -> said.add("base: " + quoted(base)));
    change.post().ifPresent(post -> said.add("post: " + quoted(post)));
    change.from().ifPresent(from -> said.add("from: \"%s\"".formatted(from)));
    change.hours().ifPresent(hours -> said.add("hours: " + number(hours)));
    days(change.weekdays()).ifPresent(said::add);
    return String.join(", ", said);
  }

  private static String line(RosterLine line) {
    List<String> said = new ArrayList<>();
    said.add("call-sign: " + quoted(line.callSign()));
    said.add("kind: " + word(line.kind()));
    said.add("base: " + quoted(line.base()));
    said.add("crews: %d".formatted(line.crews()));
    said.add("from: \"%s\"".formatted(line.from()));
    said.add("hours: " + number(line.hours()));
    days(line.weekdays()).ifPresent(said::add);
    line.post().ifPresent(post -> said.add("post: " + quoted(post)));
    return String.join(", ", said);
  }

  private static Optional<String> days(Optional<List<DayOfWeek>> days) {
    return days.map(
        list ->
            "weekdays: [%s]"
                .formatted(String.join(", ", list.stream().map(FleetText::word).toList())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
