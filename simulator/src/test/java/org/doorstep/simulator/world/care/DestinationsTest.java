package org.doorstep.simulator.world.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.scenario.Outcome;
import org.doorstep.simulator.scenario.Picture;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.time.Timeline;
import org.doorstep.simulator.world.Towns;
import org.doorstep.simulator.world.World;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/** FEATURE: pictures fit what the protocol proposes, and patients go where the live policy says. */
class DestinationsTest {
  private static final long HOUR_MILLIS = 3_600_000;

  private final Scenario scenario = Towns.with("name: destinations");
  private final Roads roads = Towns.straightRoads();
  private final Timeline timeline = new Timeline();
  private final AreaLine area = new AreaLine(World.AREA, scenario.span().startsAt(), timeline);
  private final List<Picture> all = scenario.work().care().pictures();
  private final Pictures pictures = new Pictures(all);
  private final Destinations kept = destinations();

  private Destinations destinations() {
    return new Destinations(
        area, roads, pictures, scenario.faults(), new LocalHours(scenario.span()));
  }

  @Test
  void pictures_fitTheirOutcome_byTheTablesThemselves() {
    for (int i = 0; i < all.size(); i++) {
      CareProposal proposal = pictures.of(i).proposal();
      Disposition proposed = proposal.level().disposition();
      switch (all.get(i).outcome()) {
        case COMMUNITY ->
            assertThat(proposed).as(all.get(i).name()).isEqualTo(Disposition.COMMUNITY);
        case EMERGENCY_DEPARTMENT ->
            assertThat(proposed).as(all.get(i).name()).isEqualTo(Disposition.ACUTE);
        case ELSEWHERE ->
            assertThat(proposal.level()).as(all.get(i).name()).isIn(CareLevel.UTC, CareLevel.SDEC);
        case TREAT_AT_SCENE, HEAR_AND_TREAT ->
            assertThat(all.get(i).outcome()).isEqualTo(Outcome.TREAT_AT_SCENE);
      }
    }
  }

  @Test
  void emergencyDepartment_thatWasKept_isThatOfTheLivePolicyAtAnyHour() {
    for (int hour = 1; hour <= 24; hour += 5) {
      timeline.runUntil(hour * HOUR_MILLIS);
      Destinations fresh = destinations();
      for (int place = roads.places().firstCall(); place < roads.places().size(); place += 7) {
        for (int picture = 0; picture < all.size(); picture++) {
          assertThat(kept.findEmergencyDepartment(place, picture))
              .as("picture (%s) at place (%d), hour (%d)", all.get(picture).name(), place, hour)
              .isEqualTo(fresh.findEmergencyDepartment(place, picture))
              .isPresent();
        }
      }
    }
  }

  @Test
  void stroke_isTakenToAStrokeUnit_andAChildToAChildrensTeam() {
    int maidstone = roads.places().base("Maidstone South");

    assertThat(at(maidstone, "stroke")).contains(new ServiceId("MAIDSTONE-ED"));
    assertThat(at(maidstone, "chest pain")).contains(new ServiceId("MAIDSTONE-ED"));
    assertThat(at(maidstone, "ill child")).contains(new ServiceId("MEDWAY-ED"));
  }

  @Test
  void elsewhere_isFoundByDay_andSameDayCareIsClosedAtNight() {
    int maidstone = roads.places().base("Maidstone South");
    int sameDay = number("same-day work-up");

    timeline.runUntil(3 * HOUR_MILLIS);
    assertThat(kept.findElsewhere(maidstone, sameDay)).isEmpty();
    timeline.runUntil(11 * HOUR_MILLIS);
    assertThat(kept.findElsewhere(maidstone, sameDay)).contains(new ServiceId("MAIDSTONE-SDEC"));
  }

  private Optional<ServiceId> at(int place, String picture) {
    return kept.findEmergencyDepartment(place, number(picture));
  }

  private int number(String picture) {
    return all.stream().map(Picture::name).toList().indexOf(picture);
  }
}
