package org.doorstep.simulator.optimise.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.optimise.FleetText;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.world.Towns;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: another roster keeps the bases' shares, other kinds of crews, and is a scenario file.
 */
class RosterPlanTest {
  private static final Fleet TOWN = Towns.with("name: town").fleet();
  private static final List<DayOfWeek> ALL = List.of(DayOfWeek.values());

  private static ShiftProgram.Roster roster() {
    Map<Shift, Integer> crews = new LinkedHashMap<>();
    crews.put(new Shift(13, 24, ALL), 4);
    crews.put(new Shift(37, 24, ALL), 2);
    crews.put(new Shift(20, 20, ALL.subList(5, 7)), 3);
    return new ShiftProgram.Roster(crews, 6 * 84 + 60, true);
  }

  @Test
  void under_aRoster_hasItsCrewsAtTheBasesThatHaveThemNow() {
    Fleet fleet = new RosterPlan(TOWN, UnitKind.AMBULANCE).under(roster());

    assertThat(new RosterPlan(fleet, UnitKind.AMBULANCE).weekHours()).isEqualTo(6 * 84 + 60);
    assertThat(crews(fleet, "Tonbridge")).isBetween(4, 5);
    assertThat(crews(fleet, "Maidstone South")).isBetween(4, 5);
    assertThat(new RosterPlan(fleet, UnitKind.PARAMEDIC_CAR).weekHours())
        .isEqualTo(new RosterPlan(TOWN, UnitKind.PARAMEDIC_CAR).weekHours());
  }

  @Test
  void text_ofAnotherRoster_isReadAsTheSame() {
    Fleet fleet = new RosterPlan(TOWN, UnitKind.AMBULANCE).under(roster());
    String text = FleetText.of(new Source("town", "base: small-town\n"), "another", fleet);

    assertThat(Towns.read(text).fleet()).isEqualTo(fleet);
  }

  @Test
  void plan_ofAKindThatIsNotThere_isRefused() {
    assertThatThrownBy(() -> new RosterPlan(TOWN, UnitKind.AIR)).hasMessageContaining("(AIR)");
  }

  private static int crews(Fleet fleet, String base) {
    return fleet.roster().stream()
        .filter(line -> line.kind() == UnitKind.AMBULANCE && line.base().equals(base))
        .mapToInt(RosterLine::crews)
        .sum();
  }
}
