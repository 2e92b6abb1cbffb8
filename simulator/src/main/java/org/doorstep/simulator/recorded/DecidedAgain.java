package org.doorstep.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.policy.area.AreaModel;

/**
 * A live log, decided again from its beginning: each accepted command is made anew from its events,
 * offered to a fresh engine, and must give the very events that were logged.
 *
 * @param commands how many were decided
 * @param recommendations how many of them ranked units
 * @param differences in words, one for each command that came out otherwise; empty: identical
 */
public record DecidedAgain(int commands, int recommendations, List<String> differences) {
  private static final int DIFFERENCES_MAX = 20;

  public DecidedAgain {
    differences = List.copyOf(differences);
  }

  /**
   * Decides a log again.
   *
   * @param log from its first event, without gaps
   * @param evidence the JSON that was stored behind advice, by its hash
   * @param models what was decided by, by its hash; asked for none where only the closest was sent
   */
  public static DecidedAgain of(
      List<LoggedEvent> log,
      Function<String, byte[]> evidence,
      Function<String, AreaModel> models) {
    if (log.isEmpty()) {
      return new DecidedAgain(0, 0, List.of());
    }
    AreaEngine engine = new AreaEngine(new AreaState(AreaSnapshot.empty(log.get(0).area())));
    List<String> differences = new ArrayList<>();
    int commands = 0;
    int recommendations = 0;
    int at = 0;
    while (at < log.size() && differences.size() < DIFFERENCES_MAX) {
      int end = end(log, at);
      List<LoggedEvent> logged = log.subList(at, end);
      findModel(logged.get(0)).map(models).ifPresent(engine::adopt);
      Command command = command(engine, logged, evidence);
      Offered offered = engine.offer(command);
      var unused = engine.durable(engine.sequence());
      commands++;
      recommendations += command instanceof Command.RecommendUnits ? 1 : 0;
      if (!offered.events().equals(logged)) {
        differences.add(difference(command, logged, offered));
        // From here on the two have parted, and nothing more can be compared.
        break;
      }
      at = end;
    }
    return new DecidedAgain(commands, recommendations, differences);
  }

  private static int end(List<LoggedEvent> log, int from) {
    int end = from + 1;
    while (end < log.size() && log.get(end).command().equals(log.get(from).command())) {
      end++;
    }
    return end;
  }

  /** By what advice was made. */
  private static Optional<String> findModel(LoggedEvent first) {
    if (first.event() instanceof UnitsRecommended made) {
      return made.recommendation().advice().map(Advice::model);
    }
    return first.event() instanceof FleetReviewed reviewed
        ? Optional.of(reviewed.review().basis().model())
        : Optional.empty();
  }

  private static Command command(
      AreaEngine engine, List<LoggedEvent> logged, Function<String, byte[]> evidence) {
    LoggedEvent first = logged.get(0);
    CommandHead head = new CommandHead(first.command(), first.area(), first.actor(), first.at());
    return new SeveralEvents(head, engine.view())
        .find(logged)
        .orElseGet(
            () ->
                first
                    .event()
                    .fold(
                        new CommandAgain(
                            head, engine.view(), hash -> StoredEvidence.of(evidence.apply(hash)))));
  }

  private static String difference(Command command, List<LoggedEvent> logged, Offered offered) {
    Optional<Rejection> rejection = offered.reply().rejection();
    return "Event (%d), %s: logged (%s), decided again (%s)."
        .formatted(
            logged.get(0).sequence(),
            command.getClass().getSimpleName(),
            logged.stream().map(each -> each.event().getClass().getSimpleName()).toList(),
            rejection
                .map(Rejection::code)
                .orElseGet(
                    () ->
                        offered.events().stream()
                            .map(each -> each.event().getClass().getSimpleName())
                            .toList()
                            .toString()));
  }
}
