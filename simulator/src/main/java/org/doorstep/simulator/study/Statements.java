package org.doorstep.simulator.study;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.experiment.Stated;
import org.doorstep.simulator.scenario.Costs;
import org.doorstep.simulator.scenario.Price;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveStart;

/** The assumptions of a scenario as every report states them, its prices among them. */
public final class Statements {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Statements() {}

  /**
   * All of them, in the order of the scenario, then its prices.
   *
   * @param start the live area that it begins from comes first
   */
  public static List<Stated> of(Scenario scenario, Optional<LiveStart> start) {
    List<Stated> all = new ArrayList<>();
    start.ifPresent(live -> all.add(start(live, scenario.span().zone())));
    scenario
        .assumptions()
        .ifPresent(
            known ->
                known.forEach(
                    (key, each) ->
                        all.add(new Stated(key, each.words(), each.source(), each.measured()))));
    scenario.costs().ifPresent(costs -> prices(costs, all));
    return List.copyOf(all);
  }

  private static Stated start(LiveStart live, ZoneId zone) {
    return new Stated(
        "start",
        """
        Begins from the live area as it stood at %s. Units on shift: %d; open incidents: %d.\
         What is booked for later, and incidents without any place, are not in it."""
            .formatted(
                WHEN.format(live.at().atZone(zone)), live.units().size(), live.incidents().size()),
        "the board of that instant",
        true);
  }

  private static void prices(Costs costs, List<Stated> to) {
    costs.crewHour().forEach((kind, price) -> to.add(price("hour of a crew, " + kind, price)));
    to.add(price("kilometre", costs.kilometer()));
    to.add(price("call answered", costs.call()));
    to.add(price("patient treated by telephone", costs.hearAndTreat()));
    to.add(price("attendance at an emergency department", costs.emergencyAttendance()));
    to.add(price("attendance elsewhere", costs.otherAttendance()));
    to.add(price("short stay in hospital", costs.admission()));
    to.add(price("contact with a community service", costs.communityContact()));
    to.add(price("contact with a practice", costs.practiceContact()));
    to.add(
        new Stated(
            "price: admissions",
            String.format(
                Locale.ROOT,
                "%s %% of those taken to an emergency department are admitted; of those treated at the scene instead %s %% would have been",
                costs.admittedPercent(),
                costs.avoidedAdmissionPercent()),
            "assumed",
            false));
  }

  private static Stated price(String what, Price price) {
    return new Stated(
        "price: " + what.toLowerCase(Locale.ROOT).replace('_', '-'),
        String.format(Locale.ROOT, "%.2f pounds, prices of %s", price.pounds(), price.year()),
        price.source(),
        price.measured().orElse(false));
  }
}
