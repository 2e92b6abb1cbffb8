package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: latitude and longitude are read in the forms people, phones and charts write them. */
class TypedDegreesTest {
  private static final double LAT = 51.195;
  private static final double LON = -0.275;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51.195, -0.275",
        "51.195 -0.275",
        "51.195/-0.275",
        "51.195;-0.275",
        "51.195,−0.275",
        "+51.195 , -0.275",
        "51.195N 0.275W",
        "51.195 N, 0.275 W",
        "51.195n0.275w",
        "N51.195 W0.275",
        "N 51.195, W 0.275",
        "51.195° N, 0.275° W",
        "51.195°, -0.275°",
        "51°11.7'N 0°16.5'W",
        "51° 11.7′ N, 0° 16.5′ W",
        "51 11.7 N 0 16.5 W",
        "51 11.7N / 0 16.5W",
        "N51 11.700 W000 16.500",
        "51°11'42\"N 0°16'30\"W",
        "51° 11′ 42″ N, 0° 16′ 30″ W",
        "51º11’42”N 0º16’30”W",
        "51°11'42''N 0°16'30''W",
        "51 11 42 N 0 16 30 W",
        "51 11 42, -0 16 30",
        "51d 11m 42s N, 0d 16m 30s W",
        "51d11m42sN 0d16m30sW",
        "51deg 11min 42sec N; 0deg 16min 30sec W",
        "0.275W 51.195N",
        "  51.195,\u00A0-0.275  "
      })
  void find_usualForms_areTheSamePoint(String text) {
    TypedDegrees found = TypedDegrees.find(text).orElseThrow();

    boolean turned = found.isLongitudeFirst();
    assertThat(turned ? found.second() : found.first()).isCloseTo(LAT, within(1e-9));
    assertThat(turned ? found.first() : found.second()).isCloseTo(LON, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12 14",
        "12",
        "51.195",
        "A26 228",
        "51 N",
        "51.195N 0.275N",
        "51 71 42 N 0 16 30 W",
        "-51.195S 0.275W",
        "12 High Street",
        "N S",
        "1.5",
        "51.195 0",
        "SE 51 0",
        "999.9, 12.2",
        "07700 900123",
        "559000 146000"
      })
  void find_otherTexts_areNone(String text) {
    assertThat(TypedDegrees.find(text)).isEmpty();
  }
}
