package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.RoadNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: junctions, postcodes, addresses and points of interest of a map are found by what people
 * type.
 */
class TownGazetteerTest {
  private static final GeoPoint TOWN = new GeoPoint(51.2, 0.28);

  @TempDir private static Path folder;
  private static Gazetteer gazetteer;

  @BeforeAll
  static void open() {
    gazetteer = SmallTown.gazetteer(SmallTown.make(folder, ""));
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "High Street / London Road           | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "london rd x high st                 | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "corner of High St and London Road   | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "High St & London Rd, Tonbridge      | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "A26 A227 junction                   | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "a 26 / a 227                        | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "jct High Street London Road         | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "high stret london raod              | JUNCTION | High Street / London Road (A227, A26), Tonbridge",
        "Station Rd / Quarry Hill            | JUNCTION | Quarry Hill / Station Road, Tonbridge",
        "A21 B2017                           | JUNCTION | A21 / B2017, Tonbridge",
        "M25 J5                              | JUNCTION | M25 J5 (Chevening), Hadlow",
        "M25 junction 5                      | JUNCTION | M25 J5 (Chevening), Hadlow",
        "J5 M25                              | JUNCTION | M25 J5 (Chevening), Hadlow",
        "M 25 jct 5                          | JUNCTION | M25 J5 (Chevening), Hadlow",
        "chevening                           | JUNCTION | M25 J5 (Chevening), Hadlow",
        "TN9 1AB                             | POSTCODE | TN9 1AB, Tonbridge",
        "tn91ab                              | POSTCODE | TN9 1AB, Tonbridge",
        "TN9 1                               | POSTCODE | TN9 1AB, Tonbridge",
        "TN9                                 | POSTCODE | TN9, Tonbridge",
        "tn103dd                             | POSTCODE | TN10 3DD, Tonbridge",
        "12 High Street                      | ADDRESS  | 12 High Street, Tonbridge TN9 1AB",
        "12 high st tonbridge                | ADDRESS  | 12 High Street, Tonbridge TN9 1AB",
        "12, High Street, TN9 1AB            | ADDRESS  | 12 High Street, Tonbridge TN9 1AB",
        "12a High Street                     | ADDRESS  | 12A High Street, Tonbridge",
        "12 A High Street                    | ADDRESS  | 12A High Street, Tonbridge",
        "Rose Cottage Hadlow                 | ADDRESS  | Rose Cottage, Church Lane, Hadlow",
        "rose cott church la                 | ADDRESS  | Rose Cottage, Church Lane, Hadlow",
        "Pembury Hosp                        | POINT_OF_INTEREST | Pembury (hospital), Tonbridge",
        "doctors                             | POINT_OF_INTEREST | Warders (surgery), Tonbridge",
        "warders surg                        | POINT_OF_INTEREST | Warders (surgery), Tonbridge",
        "Barnett Ct nursing home             | POINT_OF_INTEREST | Barnett Court (care home), Tonbridge",
        "Tonbridge Stn                       | POINT_OF_INTEREST | Tonbridge (station)",
        "sainsburys                          | POINT_OF_INTEREST | Sainsbury's (supermarket), Tonbridge",
        "the chequers pub                    | POINT_OF_INTEREST | The Chequers (pub), 122 High Street, Tonbridge",
        "saint stephens primary              | POINT_OF_INTEREST | St Stephen's Primary (school), Tonbridge",
        "St. Stephen’s Sch                   | POINT_OF_INTEREST | St Stephen's Primary (school), Tonbridge",
        "Tonbridge                           | SETTLEMENT | Tonbridge",
        "High Street                         | STREET   | High Street, Tonbridge",
        "High Street Tonbridge               | STREET   | High Street, Tonbridge",
        "A26 Tonbridge                       | ROAD     | A26, Tonbridge",
      })
  void find_asPeopleType_listsItFirst(String query, Found.Kind kind, String label) {
    assertThat(gazetteer.find(query, 5, TOWN))
        .first()
        .satisfies(
            found -> {
              assertThat(found.label()).startsWith(label);
              assertThat(found.kind()).isEqualTo(kind);
            });
  }

  @Test
  void find_roadsThatARoundaboutJoins_isOnIt() {
    assertThat(gazetteer.find("Quarry Hill / Station Road", 1))
        .first()
        .satisfies(
            found ->
                assertThat(found.at().distanceMeters(new GeoPoint(51.2, 0.295))).isLessThan(40));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"The Chequers, 51.2012, 0.2802", "St Stephen's Primary, 51.206, 0.286"})
  void find_buildingOrArea_isTheMeanOfItsCorners(String name, double lat, double lon) {
    assertThat(gazetteer.find(name, 1))
        .first()
        .satisfies(
            found -> assertThat(found.at().distanceMeters(new GeoPoint(lat, lon))).isLessThan(10));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"99 High Street, Tonbridge", "High Street, Tonbridge, Kent", "flat 7 High Street"})
  void find_moreThanTheMapKnows_isTheStreet(String query) {
    assertThat(gazetteer.find(query, 5))
        .first()
        .extracting(Found::label)
        .isEqualTo("High Street, Tonbridge");
  }

  @Test
  void find_roadThatGoesOnUnderItsNumber_isNoJunctionWithItself() {
    assertThat(gazetteer.find("High Street / A26", 20))
        .extracting(Found::label)
        .doesNotContain("A26 / High Street, Tonbridge", "High Street / A26, Tonbridge");
  }

  @Test
  void find_furniture_isNoPointOfInterest() {
    assertThat(gazetteer.find("memory of Ann", 5)).isEmpty();
  }

  @Test
  void open_landmarksAreCutOff_saysWhichFile(@TempDir Path other) throws IOException {
    Path map = SmallTown.make(other, "");
    Path file = map.resolve("landmarks.tsv.gz");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50));

    assertThatThrownBy(() -> SmallTown.gazetteer(map))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("landmarks.tsv.gz");
  }

  @Test
  void open_tellsWhatIsBeingDone(@TempDir Path other) {
    List<String> told = new ArrayList<>();
    try (RoadNetwork roads = RoadNetwork.open(SmallTown.make(other, ""))) {
      new Gazetteer(roads, told::add);
    }

    assertThat(told).hasSizeGreaterThan(3).last().asString().endsWith("places can be found");
  }

  @Test
  void find_plusCodeShortWithItsTown_isTheSquareThere() {
    List<Found> full = gazetteer.find("9F32672J+22", 5);

    assertThat(full)
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Found.Kind.OPEN_LOCATION_CODE));
    assertThat(gazetteer.find("672J+22 Tonbridge", 5)).isEqualTo(full);
    assertThat(gazetteer.find("672j+22, tonbrige", 5)).isEqualTo(full);
    assertThat(gazetteer.find("672J+22", 5, TOWN)).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002",
        "////",
        "&",
        "+",
        "+44 1732",
        "' OR 1=1",
        "\uD800",
        "\uDBFF\uDFFF x",
        "Τόνμπριτζ High Street улица 東京",
        "\u202Eteerts hgih",
        "1 2 3 4 5 6 7 8 9 0 1 2 3",
        "°'\"",
        "N E S W",
        "J",
        "M25 J",
        "and the of",
        "-",
        "12",
        "A",
        "TN",
        "0+",
        "++++",
        "51 N",
        "é́́́́́́́́́"
      })
  void find_oddities_neverFails(String query) {
    assertThatCode(() -> gazetteer.find(query, 10)).doesNotThrowAnyException();
    assertThatCode(() -> gazetteer.find(query.repeat(20_000), 10)).doesNotThrowAnyException();
  }
}
