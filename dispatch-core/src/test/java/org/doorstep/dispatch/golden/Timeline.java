package org.doorstep.dispatch.golden;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeUnavailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.protocol.ResponsePlan;

/** One line for each incident, each unit that stands by elsewhere, and each review. */
final class Timeline {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Map<IncidentId, Line> incidents = new TreeMap<>();
  private final Map<String, StringBuilder> others = new TreeMap<>();

  /** An incident so far. */
  private static final class Line {
    private final StringBuilder words;
    private final Instant openedAt;
    private Instant clock;
    private Duration target;
    private Optional<Instant> reached = Optional.empty();
    private String doubt = "";

    Line(IncidentOpened opened, Instant at) {
      openedAt = at;
      clock = at;
      target = ResponsePlan.target(opened.category()).orElse(Duration.ZERO);
      words =
          new StringBuilder(
              "I-%d %s %s".formatted(opened.incident().value(), opened.category(), clock(at)));
    }

    void add(String what, Instant at) {
      words.append(" ~ %s +%s".formatted(what, minutes(openedAt, at)));
    }
  }

  List<String> lines(List<LoggedEvent> log) {
    log.forEach(this::read);
    List<String> lines = new ArrayList<>();
    incidents.values().forEach(line -> lines.add(line.words + ending(line)));
    others.values().forEach(words -> lines.add(words.toString()));
    return lines;
  }

  private static String ending(Line line) {
    String target = minutes((int) line.target.toSeconds());
    return line.reached
        .map(at -> at.isAfter(line.clock.plus(line.target)) ? "missed" : "met")
        .map(result -> " [target %s %s]".formatted(target, result))
        .orElse(" [nobody came]");
  }

  private void read(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    Instant at = logged.at();
    if (event instanceof IncidentOpened opened) {
      incidents.put(opened.incident(), new Line(opened, at));
    } else if (event instanceof UnitsRecommended made) {
      doubt(line(made.incident()), made.recommendation(), at);
    } else if (event instanceof UnitAssigned sent) {
      line(sent.incident()).doubt = "";
      line(sent.incident()).add(sent.unit().value() + " assigned" + by(sent), at);
    } else if (event instanceof UnitStoodDown left) {
      String why = word(left.reason());
      line(left.incident()).add("%s leaves (%s)".formatted(left.unit().value(), why), at);
    } else if (event instanceof JobRefused left) {
      String why = word(left.reason());
      line(left.incident()).add("%s refuses (%s)".formatted(left.unit().value(), why), at);
    } else if (event instanceof JobStageReported reported) {
      reported(line(reported.incident()), reported, at);
    } else {
      readMore(event, at);
    }
  }

  private void readMore(DispatchEvent event, Instant at) {
    if (event instanceof IncidentRecategorised changed) {
      Line line = line(changed.incident());
      line.clock = changed.clockRestarted() ? at : line.clock;
      line.target = ResponsePlan.target(changed.category()).orElse(Duration.ZERO);
      line.add("now " + changed.category() + (changed.clockRestarted() ? ", clock anew" : ""), at);
    } else if (event instanceof CallAdded added) {
      line(added.incident()).add("another call", at);
    } else if (event instanceof IncidentClosed closed) {
      line(closed.incident()).add("closed (%s)".formatted(word(closed.reason())), at);
    } else if (event instanceof DeadlinePassed passed) {
      Obligation owed = passed.overdue().obligation();
      line(owed.incident()).add(owed.kind() + " overdue", at);
    } else if (event instanceof UnitPosted posted) {
      unit(
          posted.unit().value(), "to %s (%s)".formatted(posted.station(), word(posted.kind())), at);
    } else if (event instanceof UnitMadeUnavailable away) {
      unit(away.unit().value(), word(away.reason()), at);
    } else if (event instanceof FleetReviewed reviewed) {
      review(reviewed.review());
    }
  }

  /** Why nobody, or a person, sends; once, until somebody is sent. */
  private static void doubt(Line line, Recommendation made, Instant at) {
    String now =
        made.advice()
            .flatMap(Advice::automatic)
            .map(hold -> "left to a person (%s)".formatted(word(hold)))
            .or(
                () ->
                    made.advice()
                        .map(Advice::verdict)
                        .filter(verdict -> !made.isToSend())
                        .map(verdict -> word(verdict)))
            .orElse("");
    if (!now.isEmpty() && !now.equals(line.doubt)) {
      line.add(now, at);
    }
    line.doubt = now;
  }

  private static String by(UnitAssigned sent) {
    if (sent.by().filter(Assigner.AREA_RULE::equals).isPresent()) {
      return " by the area";
    }
    return sent.override().map(reason -> " by hand (%s)".formatted(word(reason))).orElse("");
  }

  private static void reported(Line line, JobStageReported reported, Instant at) {
    JobStage stage = reported.stage();
    if (stage == JobStage.MOBILE) {
      return;
    }
    String where =
        switch (stage) {
          case AT_SCENE -> "on scene";
          case LEFT_SCENE -> "conveys";
          case AT_DESTINATION -> "at hospital";
          default -> word(stage);
        };
    line.add("%s %s".formatted(reported.unit().value(), where), at);
    if (stage == JobStage.AT_SCENE && line.reached.isEmpty()) {
      line.reached = Optional.of(at);
    }
  }

  private void review(FleetReview review) {
    List<String> advice = new ArrayList<>();
    review
        .advice()
        .moves()
        .forEach(
            move ->
                advice.add(
                    "%s to %s (%s, gains %d)"
                        .formatted(
                            move.unit().value(),
                            move.station(),
                            word(move.kind()),
                            move.gainTenThousandths())));
    review
        .advice()
        .exchanges()
        .forEach(
            each -> {
              Exchange exchange = each.exchange();
              advice.add(
                  "%s for %s on I-%d (gains %d)"
                      .formatted(
                          exchange.comes().value(),
                          exchange.leaves().value(),
                          exchange.incident().value(),
                          each.gainSeconds()));
            });
    review.advice().breaks().forEach(rest -> advice.add("break of " + rest.unit().value()));
    others.put(
        "R-" + review.number(),
        new StringBuilder(
            "R-%d %s ~ %s"
                .formatted(
                    review.number(),
                    clock(review.at()),
                    advice.isEmpty() ? "nothing" : String.join(" ~ ", advice))));
  }

  private void unit(String unit, String what, Instant at) {
    others
        .computeIfAbsent(unit, name -> new StringBuilder(name))
        .append(" ~ %s %s".formatted(what, clock(at)));
  }

  private Line line(IncidentId id) {
    return Optional.ofNullable(incidents.get(id)).orElseThrow();
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  static String minutes(int seconds) {
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private static String minutes(Instant from, Instant to) {
    return minutes((int) Duration.between(from, to).toSeconds());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
