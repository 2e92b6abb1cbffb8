package org.doorstep.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.wire.Subject;

/** A log told one incident a line, in words, each step with the time since the call. */
final class Timelines {
  private final Map<IncidentId, StringBuilder> lines = new TreeMap<>();
  private final Map<IncidentId, Instant> opened = new TreeMap<>();

  private Timelines() {}

  /** The lines, in the order of incidents. */
  static List<String> of(List<LoggedEvent> log) {
    Timelines told = new Timelines();
    log.forEach(told::add);
    return told.lines.values().stream().map(StringBuilder::toString).toList();
  }

  private void add(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    if (event instanceof DispatchEvent.IncidentOpened call) {
      opened.put(call.incident(), logged.at());
      lines.put(
          call.incident(),
          new StringBuilder(
              "I-%d %s %s"
                  .formatted(
                      call.incident().value(),
                      call.category(),
                      LocalTime.ofInstant(logged.at(), ZoneOffset.UTC).withNano(0))));
      return;
    }
    String words = words(event);
    Subject.findIncident(event)
        .filter(incident -> !words.isEmpty())
        .ifPresent(
            incident ->
                lines
                    .getOrDefault(incident, new StringBuilder())
                    .append(" ~ ")
                    .append(words)
                    .append(' ')
                    .append(since(incident, logged.at())));
  }

  private String since(IncidentId incident, Instant at) {
    Duration since = Duration.between(opened.getOrDefault(incident, at), at);
    return since.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "+%d:%02d:%02d",
            since.toHours(),
            since.toMinutesPart(),
            since.toSecondsPart())
        : String.format(Locale.ROOT, "+%d:%02d", since.toMinutesPart(), since.toSecondsPart());
  }

  private static String words(DispatchEvent event) {
    if (event instanceof DispatchEvent.UnitAssigned assigned) {
      return assigned.unit().value() + " assigned";
    }
    if (event instanceof DispatchEvent.JobStageReported reported) {
      return switch (reported.stage()) {
        case AT_SCENE, LEFT_SCENE, AT_DESTINATION, HANDED_OVER, CLEAR ->
            reported.unit().value()
                + " "
                + reported.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        default -> "";
      };
    }
    if (event instanceof DispatchEvent.UnitStoodDown stood) {
      return stood.unit().value() + " stood down";
    }
    if (event instanceof DispatchEvent.IncidentClosed closed) {
      return "closed " + closed.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (event instanceof DispatchEvent.CallAdded) {
      return "calls again";
    }
    return event instanceof CareEvent care ? careWords(care) : "";
  }

  private static String careWords(CareEvent event) {
    if (event instanceof CareEvent.DispositionChosen chosen) {
      return chosen.choice().disposition().name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + chosen.choice().destination().map(to -> " at " + to.value()).orElse("")
          + chosen
              .choice()
              .reason()
              .map(why -> " (" + why.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
              .orElse("");
    }
    if (event instanceof CareEvent.ReferralOffered offered) {
      return "offered to " + offered.service().value();
    }
    if (event instanceof CareEvent.ReferralAnswered answered) {
      return answered.answer().kind().name().toLowerCase(Locale.ROOT);
    }
    if (event instanceof CareEvent.ReferralExpired) {
      return "not answered in time";
    }
    if (event instanceof CareEvent.AttendanceReported reported) {
      return reported.attended() ? "visited" : "not visited";
    }
    if (event instanceof CareEvent.OwnershipTaken) {
      return "owned by the hub";
    }
    if (event instanceof CareEvent.PreAlertSent sent) {
      return sent.destination().value() + " warned";
    }
    if (event instanceof CareEvent.PreAlertAcknowledged) {
      return "warning noted";
    }
    if (event instanceof CareEvent.HandoverAnswered answered) {
      return "practice " + answered.answer().kind().name().toLowerCase(Locale.ROOT);
    }
    return event instanceof CareEvent.ResponsibilityEnded ? "settled" : "";
  }
}
