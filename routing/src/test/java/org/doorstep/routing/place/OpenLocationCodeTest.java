package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.doorstep.routing.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: Open Location Codes are read as their specification says; its vectors are held. */
class OpenLocationCodeTest {
  @ParameterizedTest
  @CsvSource({
    "7FG49Q00+, 20.35, 2.75, 20.4, 2.8",
    "7FG49QCJ+2V, 20.37, 2.782125, 20.370125, 2.78225",
    "7FG49QCJ+2VX, 20.3701, 2.78221875, 20.370125, 2.78225",
    "7FG49QCJ+2VXGJ, 20.370113, 2.782234375, 20.370114, 2.78223632813",
    "8FVC2222+22, 47.0, 8.0, 47.000125, 8.000125",
    "4VCPPQGP+Q9, -41.273125, 174.785875, -41.273, 174.786",
    "62G20000+, 0.0, -180.0, 1, -179",
    "22222222+22, -90.0, -180.0, -89.999875, -179.999875",
    "CFX3X2X2+X2, 89.9998750, 1, 90, 1.0001250",
    "84000000+, 30, -140, 50, -120",
    "849VGJQF+VX7QR3J, 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021",
    "849VGJQF+VX7QR3J7QR3J, 37.5396691200, -122.3750698242, 37.5396691600, -122.3750697021"
  })
  void square_ofAFullCode_isAsSpecified(
      String code, double south, double west, double north, double east) {
    OpenLocationCode.Square square = OpenLocationCode.find(code).orElseThrow().square();

    assertThat(square.middle().lat()).isCloseTo((south + north) / 2, within(1e-9));
    assertThat(square.middle().lon()).isCloseTo((west + east) / 2, within(1e-9));
    assertThat(square.halfHeight()).isCloseTo((north - south) / 2, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "9C3W9QCJ+2VX, 51.3701125, -1.217765625, +2VX",
    "9C3W9QCJ+2VX, 51.3708675, -1.217765625, CJ+2VX",
    "9C3W9QCJ+2VX, 51.3701125, -1.218520625, CJ+2VX",
    "9C3W9QCJ+2VX, 51.3852125, -1.217765625, 9QCJ+2VX",
    "9C3W9QCJ+2VX, 51.3701125, -1.202665625, 9QCJ+2VX",
    "8FJFW222+, 42.899, 9.012, 22+",
    "796RXG22+, 14.95125, -23.5001, 22+",
    "8FRCXGRF+PM, 47.00, 8.55, XGRF+PM",
    "CFX22222+22, 89.6, 0.0, 2222+22",
    "2CXXXXXX+XX, -81.0, 0.0, XXXXXX+XX"
  })
  void near_ofAShortCode_isAsSpecified(String full, double lat, double lon, String code) {
    OpenLocationCode found = OpenLocationCode.find(code).orElseThrow();

    assertThat(found.near(new GeoPoint(lat, lon)).text()).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8FWC2345+G6",
        "8FWC2345+G6G",
        "8fwc2345+",
        "8FWCX400+",
        "WC2345+G6g",
        "2345+G6",
        "45+G6",
        "+G6",
        "849VGJQF+VX7QR3J",
        "849VGJQF+VX7QR3JW"
      })
  void find_validCode_isOne(String code) {
    assertThat(OpenLocationCode.find(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G+",
        "+",
        "8FWC2345+G",
        "8FWC2_45+G6",
        "8FWC2η45+G6",
        "8FWC2345+G6+",
        "8FWC2345G6+",
        "8FWC2300+G6",
        "WC2300+G6g",
        "WC2345+G",
        "WC2300+",
        "849VGJQF+VX7QR3U",
        "849VGJQF+VX7QR3JU",
        "",
        "High Street"
      })
  void find_invalidCode_isNone(String code) {
    assertThat(OpenLocationCode.find(code)).isEmpty();
  }
}
