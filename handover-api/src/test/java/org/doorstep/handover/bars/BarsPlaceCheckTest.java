package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEATURE: coordinates are used only where they can be right; a swapped pair is turned round. */
class BarsPlaceCheckTest {
  @Test
  void judge_placeInKent_isTakenAsItIs() {
    PlaceCheck.Judged judged = judge(51.195, 0.275, null, null);

    assertThat(judged.position()).hasValue(new Position(51.195, 0.275));
    assertThat(judged.flags()).isEmpty();
    assertThat(judged.notes()).isEmpty();
  }

  @Test
  void judge_swappedPair_isTurnedRoundAndQuestioned() {
    PlaceCheck.Judged judged = judge(-2.4757443, 53.57896, null, null);

    assertThat(judged.position()).hasValue(new Position(53.57896, -2.4757443));
    assertThat(judged.flags()).containsExactly(Flag.PLACE_WAS_SWAPPED, Flag.PLACE_UNCONFIRMED);
  }

  @Test
  void judge_zeroOrAustralia_isNoPlace() {
    assertThat(judge(0.0, 0.0, null, null).flags()).containsExactly(Flag.PLACE_MISSING);
    assertThat(judge(-37.22866, 143.20196, null, null).position()).isEmpty();
    assertThat(judge(-37.22866, 143.20196, null, null).notes())
        .extracting(BarsNote::code)
        .containsExactly("place-outside");
  }

  @Test
  void judge_gridOnly_isConvertedAndQuestioned() {
    // The worked example of the Ordnance Survey's guide, as WGS 84.
    Position found = judge(null, null, "651409.903", "313177.270").position().orElseThrow();

    assertThat(found.lat()).isCloseTo(52.65798, within(0.0001));
    assertThat(found.lon()).isCloseTo(1.71607, within(0.0001));
  }

  @Test
  void judge_gridNonsense_isNotedAndNotUsed() {
    PlaceCheck.Judged judged = judge(51.195, 0.275, "0.368598", "0.409257");

    assertThat(judged.flags()).isEmpty();
    assertThat(judged.notes()).extracting(BarsNote::code).containsExactly("grid-nonsense");
    assertThat(judge(null, null, "Nan", "not a number").position()).isEmpty();
  }

  @Test
  void judge_gridOfAnotherPlace_isQuestioned() {
    PlaceCheck.Judged judged = judge(51.195, 0.275, "651409", "313177");

    assertThat(judged.position()).hasValue(new Position(51.195, 0.275));
    assertThat(judged.flags()).containsExactly(Flag.PLACE_UNCONFIRMED);
  }

  @Test
  void isValid_checkDigit_isModuloEleven() {
    assertThat(NhsNumber.isValid("9476719931")).isTrue();
    assertThat(NhsNumber.isValid("3478526985")).isFalse();
    assertThat(NhsNumber.isValid("7778521234")).isFalse();
    assertThat(NhsNumber.isValid("947671993")).isFalse();
    assertThat(NhsNumber.isValid(NhsNumber.compact("947 671-9931"))).isTrue();
  }

  private static PlaceCheck.Judged judge(
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String easting,
      @Nullable String northing) {
    return PlaceCheck.judge(
        new PlaceCheck.Given(
            lat == null ? OptionalDouble.empty() : OptionalDouble.of(lat),
            lon == null ? OptionalDouble.empty() : OptionalDouble.of(lon),
            Optional.ofNullable(easting),
            Optional.ofNullable(northing)),
        "Bundle.entry[3].resource");
  }
}
