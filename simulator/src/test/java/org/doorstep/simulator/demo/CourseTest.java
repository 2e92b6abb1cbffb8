package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.routing.MapInfo;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;

/** FEATURE: what is the matter with virtual patients ends where the trust's patients ended. */
class CourseTest {
  private static final int CALLS = 10_000;

  @Test
  void draw_manyCalls_outcomesAreThoseOfTheTrustWithinTwoPoints() {
    DemoSettings settings =
        new DemoSettings(
            1,
            10,
            60,
            true,
            new DemoSettings.Secrets("", "", Map.of(), Map.of()),
            DemoSettings.Cast.NOBODY);
    MapInfo map = new MapInfo("test", "none", true, "none", -0.02, 51.0, 0.95, 51.46, 2, 1);
    CallPlaces places = new CallPlaces(Scenery.settlements(), map, Optional::of);
    Demand demand = new Demand(settings, places, List.of(), Scenery.presentations());
    Chance clinical = Chance.of(1, "clinical");
    Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);
    for (int i = 0; i < CALLS; i++) {
      DemoCall call = demand.next();
      Disposition disposition =
          call.byTelephone()
              ? Disposition.HEAR_AND_TREAT
              : Course.draw(call.category(), clinical).disposition();
      counts.merge(disposition, 1, Integer::sum);
    }

    assertThat(percent(counts, Disposition.HEAR_AND_TREAT)).isCloseTo(15.9, within(2.0));
    assertThat(percent(counts, Disposition.TREAT_AT_SCENE) + percent(counts, Disposition.COMMUNITY))
        .isCloseTo(29.9, within(2.0));
    assertThat(percent(counts, Disposition.ACUTE)).isCloseTo(54.2, within(2.0));
  }

  @Test
  void draw_transfer_isAlwaysTakenToHospital() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Course.draw(Category.IFT3, Chance.of(seed, "c")).disposition())
          .isEqualTo(Disposition.ACUTE);
    }
  }

  @Test
  void draw_patientsOfCommunityServices_alsoNeedTheTeamThatIsThereAtNight() {
    Chance chance = Chance.of(1, "c");

    assertThat(Stream.generate(() -> Course.draw(Category.C3, chance)).limit(500))
        .filteredOn(course -> course.disposition() == Disposition.COMMUNITY)
        .extracting(Course::kind)
        .contains("FALLS_SERVICE", "URGENT_COMMUNITY_RESPONSE", "MENTAL_HEALTH_CRISIS_SERVICE");
  }

  private static double percent(Map<Disposition, Integer> counts, Disposition disposition) {
    return 100.0 * counts.getOrDefault(disposition, 0) / CALLS;
  }
}
