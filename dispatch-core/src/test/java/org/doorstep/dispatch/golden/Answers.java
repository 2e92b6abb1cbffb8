package org.doorstep.dispatch.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Recommendation;

/** What a reader of the story asks in between, and the lines of all that has happened. */
final class Answers {
  private final GoldenArea area;
  private final List<String> asked = new ArrayList<>();

  Answers(GoldenArea area) {
    this.area = area;
  }

  /** {@code list I-1}: the ranking; {@code owed I-1}: by when; {@code replay}: is it the same? */
  boolean give(String[] words) {
    switch (words[0]) {
      case "list" -> asked.add(list(TownScript.incident(words[1])));
      case "owed" -> asked.add(owed(TownScript.incident(words[1])));
      case "replay" ->
          asked.add(
              "replayed: %d of %d answers the same"
                  .formatted(area.countSameAgain(), area.countAnswers()));
      default -> {
        return false;
      }
    }
    return true;
  }

  List<String> lines(List<String> refused) {
    List<String> lines = new ArrayList<>(new Timeline().lines(area.log()));
    lines.addAll(asked);
    refused.forEach(each -> lines.add("refused: " + each));
    return lines;
  }

  private String owed(IncidentId incident) {
    List<String> owed = Deadlines.list(area.view(), incident).stream().map(Answers::words).toList();
    return "I-%d owes: %s".formatted(incident.value(), String.join(", ", owed));
  }

  private static String words(Overdue owed) {
    return "%s by %s".formatted(owed.obligation().kind(), Timeline.clock(owed.dueAt()));
  }

  private String list(IncidentId id) {
    Recommendation latest =
        area.view().findIncident(id).orElseThrow().response().recommendation().orElseThrow();
    String verdict = latest.advice().map(Advice::verdict).map(each -> " " + each.name()).orElse("");
    List<String> ranked = latest.candidates().stream().map(Answers::words).toList();
    List<String> not = latest.excluded().stream().map(Answers::words).toList();
    return "I-%d by %s:%s %s%s"
        .formatted(
            id.value(),
            latest.policy(),
            verdict,
            ranked.isEmpty() ? "nobody" : String.join(", ", ranked),
            not.isEmpty() ? "" : "; not " + String.join(", ", not));
  }

  private static String words(Candidate candidate) {
    List<String> reasons =
        candidate.reasons().stream()
            .filter(each -> each.code() != Reason.Code.CAPABLE)
            .filter(each -> each.code() != Reason.Code.BUSY_FOR)
            .map(Answers::words)
            .toList();
    return "%s %s (%s)"
        .formatted(
            candidate.unit().value(),
            Timeline.minutes(candidate.driveMillis() / 1_000),
            String.join(", ", reasons));
  }

  private static String words(Exclusion exclusion) {
    return "%s (%s)".formatted(exclusion.unit().value(), words(exclusion.reason()));
  }

  private static String words(Reason reason) {
    String words = reason.code().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return reason.amount() == 0 ? words : "%s %d".formatted(words, reason.amount());
  }
}
