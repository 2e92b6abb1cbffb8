package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.routing.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: grid references are read as people write them, and are right to a few metres. */
class GridReferenceTest {
  private static final double ERROR_METERS = 5;

  /** The worked example of the Ordnance Survey, and its point in WGS 84. */
  @Test
  void wgs84_workedExampleOfTheSurvey_isWithinTheBound() {
    GeoPoint expected = new GeoPoint(52 + 39 / 60.0 + 28.723 / 3600, 1 + 42 / 60.0 + 57.787 / 3600);

    GeoPoint found = GridReference.wgs84(651_409.903, 313_177.270);

    assertThat(found.distanceMeters(expected)).isLessThan(ERROR_METERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TQ 590 460", "tq590460", " Tq  590460 ", "TQ59054605", "TQ 59050 46050"})
  void find_sameSquareWrittenDifferently_isTheSamePlace(String text) {
    GeoPoint tonbridge = new GeoPoint(51.195, 0.275);

    GeoPoint found = GridReference.find(text).orElseThrow();

    assertThat(found.distanceMeters(tonbridge)).isLessThan(1_200);
    assertThat(found.distanceMeters(GridReference.wgs84(559_050, 146_050))).isLessThan(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "559050 146050",
        "559050,146050",
        "559050 / 146050",
        "E559050 N146050",
        "559050;0146050"
      })
  void find_metersEastAndNorth_isThePoint(String text) {
    assertThat(GridReference.find(text)).contains(GridReference.wgs84(559_050, 146_050));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TQ 590 46",
        "559050146050",
        "799999 146000",
        "559050 1460500",
        "TQ 5 4",
        "TQ",
        "IQ 590 460",
        "AA 100 100",
        "A21",
        "ME14 1XX"
      })
  void find_noReference_isEmpty(String text) {
    assertThat(GridReference.find(text)).isEmpty();
  }
}
