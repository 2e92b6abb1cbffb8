package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEATURE: one seed gives the same calls, in the mix and at the hours of life. */
class DemandTest {
  private static final MapInfo WEST_KENT = map(-0.02, 51.0, 0.95, 51.46);
  private static final DemoSettings.Secrets SECRETS =
      new DemoSettings.Secrets("", "", Map.of(), Map.of());
  private static final MapInfo ELSEWHERE = map(10.0, 50.0, 10.2, 50.1);

  @Test
  void next_sameSeed_givesSameCalls() {
    assertThat(calls(WEST_KENT, 7, 50)).isEqualTo(calls(WEST_KENT, 7, 50));
  }

  @Test
  void next_otherSeed_givesOtherCalls() {
    assertThat(calls(WEST_KENT, 7, 5)).isNotEqualTo(calls(WEST_KENT, 8, 5));
  }

  @Test
  void next_first_comesWithinTwoSeconds() {
    assertThat(calls(WEST_KENT, 3, 1).get(0).after()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void next_manyCalls_keepTheMix() {
    List<DemoCall> calls = calls(WEST_KENT, 1, 4_000);

    assertThat(share(calls, Category.C1)).isCloseTo(0.081, within(0.02));
    assertThat(share(calls, Category.C2)).isCloseTo(0.503, within(0.03));
    assertThat(share(calls, Category.C3)).isCloseTo(0.21, within(0.03));
  }

  @Test
  void next_manyDays_keepTheMeanOfCallsAnHour() {
    // Ten times faster than life, a day of demand is over in 2.4 hours.
    List<DemoCall> calls = calls(WEST_KENT, 1, 4_000);
    double hours = calls.get(calls.size() - 1).after().toMillis() / 3_600_000.0;

    assertThat(calls.size() / hours).isCloseTo(86, within(6.0));
  }

  @Test
  void next_westKent_namesASettlement() {
    assertThat(calls(WEST_KENT, 1, 200))
        .filteredOn(call -> !call.category().name().startsWith("IFT"))
        .allSatisfy(
            call -> assertThat(String.valueOf(place(call).get("label"))).contains(", near"));
  }

  @Test
  void next_otherMap_staysInside() {
    assertThat(calls(ELSEWHERE, 1, 100))
        .allSatisfy(
            call -> {
              assertThat((Double) place(call).get("lat")).isBetween(50.0, 50.1);
              assertThat((Double) place(call).get("lon")).isBetween(10.0, 10.2);
            });
  }

  @Test
  void nhsNumber_drawn_isOfTheTestRangeWithItsCheckDigit() {
    Chance chance = Chance.of(5, "numbers");
    for (int i = 0; i < 1_000; i++) {
      String number = NhsNumber.draw(chance);
      assertThat(number).matches("999[0-9]{7}");
      assertThat(NhsNumber.checkDigit(number.substring(0, 9))).isEqualTo(number.charAt(9) - '0');
    }
  }

  @Test
  void checkDigit_publishedExample_isRight() {
    // 943 476 5919 is the example of the NHS Data Dictionary.
    assertThat(NhsNumber.checkDigit("943476591")).isEqualTo(9);
  }

  @Test
  void next_castOfPeople_callsForSomebodyWhomAPracticeKnows() {
    DemoSettings.Person person = new DemoSettings.Person("9990020019", "Ewan Fictive", 59, "male");
    DemoSettings settings =
        new DemoSettings(
            1, 10, 60, true, SECRETS, new DemoSettings.Cast(List.of(person), List.of()));
    Map<String, @Nullable Object> patient =
        People.patient(settings.cast(), 50, 60, Chance.of(4, "people"));

    assertThat(patient).containsEntry("nhsNumber", "9990020019").containsEntry("ageYears", 59);
    assertThat(People.patient(settings.cast(), 1, 5, Chance.of(4, "people")))
        .doesNotContainValue("9990020019");
  }

  @Test
  void next_manyCalls_asManyAreTreatedByTelephoneAsInLife() {
    List<DemoCall> calls = calls(WEST_KENT, 1, 5_000);

    double share = (double) calls.stream().filter(DemoCall::byTelephone).count() / calls.size();

    assertThat(share).isBetween(0.139, 0.179);
  }

  private static Map<?, ?> place(DemoCall call) {
    return (Map<?, ?>) Optional.ofNullable(call.body().get("place")).orElseThrow();
  }

  private static double share(List<DemoCall> calls, Category category) {
    return (double) calls.stream().filter(call -> call.category() == category).count()
        / calls.size();
  }

  private static List<DemoCall> calls(MapInfo map, long seed, int count) {
    DemoSettings settings =
        new DemoSettings(
            seed, 10, DemoSettings.callsPerHourUsual(10), true, SECRETS, DemoSettings.Cast.NOBODY);
    List<Station> hospitals =
        List.of(new Station("Elsewhere General", "HOSPITAL", new GeoPoint(50.05, 10.1)));
    Demand demand =
        new Demand(
            settings,
            new CallPlaces(Scenery.settlements(), map, Optional::of),
            hospitals,
            Scenery.presentations());
    List<DemoCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(demand.next());
    }
    return calls;
  }

  private static MapInfo map(double west, double south, double east, double north) {
    return new MapInfo("test", "none", true, "none", west, south, east, north, 2, 1);
  }
}
