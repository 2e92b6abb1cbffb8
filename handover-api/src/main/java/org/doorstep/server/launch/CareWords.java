package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.policy.DestinationReason;
import org.doorstep.dispatch.protocol.CareOutcome;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.FollowUp;
import org.doorstep.dispatch.protocol.TableIdentity;

/** An answer as lines for people. */
final class CareWords {
  private static final double MINUTE_MILLIS = 60_000;

  private final List<String> lines = new ArrayList<>();

  private CareWords() {}

  static String of(CareAnswer answer) {
    CareWords words = new CareWords();
    words.outcome(answer);
    answer.news2().forEach(words::round);
    words.open(answer.care().open());
    answer.care().onward().ifPresent(words::onward);
    answer.destinations().ifPresent(words::destinations);
    words.tables(answer.care());
    return String.join(System.lineSeparator(), words.lines);
  }

  private void outcome(CareAnswer answer) {
    CareOutcome outcome = answer.care().outcome();
    lines.add(
        "%s: at least %s, %s%s%s"
            .formatted(
                plain(answer.disposition()),
                plain(outcome.level()),
                plain(outcome.destination()),
                outcome.preAlert() ? ", warn before arrival" : "",
                outcome.hubFirst() ? ", hub first" : ""));
    for (CareResult.Reason reason : answer.care().explanation().reasons()) {
      lines.add("  %s  %s".formatted(reason.row(), reason.words()));
    }
    for (CareResult.Note note : answer.care().explanation().notes()) {
      lines.add("  %s  %s".formatted(note.row(), note.words()));
    }
  }

  private void round(CareAnswer.Round round) {
    round
        .notValidated()
        .ifPresent(
            reason ->
                lines.add(
                    "NEWS2 at %s: not validated (%s); nothing is thereby normal"
                        .formatted(round.takenAt(), plain(reason))));
    round.score().ifPresent(score -> score(round, score));
  }

  private void score(CareAnswer.Round round, CareAnswer.Score score) {
    lines.add(
        "NEWS2 at %s: %s%d%s"
            .formatted(
                round.takenAt(),
                score.complete() ? "" : "at least ",
                score.total(),
                score.riskBand().map(band -> " (" + plain(band) + ")").orElse("")));
    lines.add(
        "  "
            + score.parameters().stream()
                .map(each -> "%s %d".formatted(plain(each.vital()), each.score()))
                .collect(Collectors.joining(", ")));
    if (!score.complete()) {
      lines.add("  missing: " + plain(score.missing()));
    }
  }

  private void open(CareResult.Open open) {
    if (!open.missing().isEmpty()) {
      lines.add("Not answered: " + String.join(", ", open.missing()));
    }
    open.notAsked().ifPresent(findings -> lines.add("Not asked: " + plain(findings)));
    open.contradicted()
        .ifPresent(
            findings ->
                lines.add("Ticked otherwise than tested, the worse counts: " + plain(findings)));
    if (!open.implausible().isEmpty()) {
      lines.add("Measure again: " + plain(open.implausible()));
    }
  }

  private void destinations(DestinationRanking ranking) {
    lines.add("Destinations (%s):".formatted(ranking.policy()));
    for (DestinationRanking.Option option : ranking.options()) {
      lines.add(
          "  %s%s: %s"
              .formatted(
                  option.name(),
                  option.driveMillis().map(millis -> ", " + way(millis, option)).orElse(""),
                  option.reasons().stream()
                      .map(CareWords::reason)
                      .collect(Collectors.joining(", "))));
      option.passes().forEach(this::passed);
    }
    for (DestinationRanking.Rejected rejected : ranking.rejected()) {
      if (rejected.reason().code() != DestinationReason.Code.LACKS_NEED) {
        lines.add("  not %s: %s".formatted(rejected.service().value(), reason(rejected.reason())));
      }
    }
  }

  private static String way(int driveMillis, DestinationRanking.Option option) {
    return minutes(driveMillis)
        + option.mode().map(mode -> " (" + plain(mode) + ")").orElse("")
        + option
            .handover()
            .map(
                expected ->
                    ", handover %d min (%s)"
                        .formatted(expected.minutes(), plain(expected.source())))
            .orElse("")
        + option.clearMillis().map(millis -> ", clear in " + minutes(millis)).orElse("");
  }

  private static String minutes(long millis) {
    return String.format(Locale.ROOT, "%.1f min", millis / MINUTE_MILLIS);
  }

  private void passed(DestinationRanking.Passed passed) {
    lines.add(
        "    passes %s, %s: %s"
            .formatted(
                passed.name(),
                minutes(passed.driveMillis()),
                passed.lacks().map(need -> "no " + plain(need)).orElse(plain(passed.room()))));
  }

  private void onward(CareResult.Onward onward) {
    FollowUp follow = onward.followUp();
    lines.add(
        "Follow-up: %s, within %d h%s"
            .formatted(
                plain(follow.kind()),
                follow.withinHours(),
                follow.callBack() ? ", the hub calls back" : ""));
  }

  private void tables(CareResult care) {
    lines.add(
        "Tables: %s; engineering defaults, need clinical approval"
            .formatted(
                care.uses().stream()
                    .map(use -> table(use.table()))
                    .collect(Collectors.joining(", "))));
  }

  private static String table(TableIdentity table) {
    return "%s version %s (%s)"
        .formatted(table.id(), table.version(), table.sha256().substring(0, 12));
  }

  private static String reason(DestinationReason reason) {
    return reason.amount() == 0
        ? plain(reason.code())
        : "%s (%d)".formatted(plain(reason.code()), reason.amount());
  }

  private static String plain(List<? extends Enum<?>> codes) {
    return codes.stream().map(CareWords::plain).collect(Collectors.joining(", "));
  }

  private static String plain(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
